/** What the sites of woven code are linked by, whoever asks core: the agent, or core itself. */
module dev.tenon.linking {
  requires static org.jspecify;

  exports dev.tenon.linking;
}
