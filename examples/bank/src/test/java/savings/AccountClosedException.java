package savings;

/** The account takes nothing any more. */
final class AccountClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
