package dev.tenon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenon.cli.source.TypeText;
import dev.tenon.model.Clause.Role;
import java.util.List;

/** Contracts for programs. Members are always there and in this order; docs/cli.md says so. */
final class JsonForm {

  /** The layout; a change that a reader would notice is another number. */
  private static final int LAYOUT = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonForm() {}

  static String of(List<FlatContract> contracts) {
    ObjectNode document = MAPPER.createObjectNode().put("format", LAYOUT);
    ArrayNode seams = document.putArray("seams");
    contracts.forEach(each -> contract(seams.addObject(), each));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return MAPPER
              .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
              .writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void contract(ObjectNode json, FlatContract contract) {
    json.put("seam", contract.seam()).put("name", contract.name()).put("owner", contract.owner());
    ArrayNode operations = json.putArray("operations");
    contract.operations().forEach(each -> operation(operations.addObject(), each));
    clauses(json, "invariants", contract.invariants());
  }

  private static void operation(ObjectNode json, FlatOperation operation) {
    json.put("name", operation.name())
        .put("signature", operation.signature())
        .put("returns", TypeText.full(operation.returns()));
    ArrayNode parameters = json.putArray("parameters");
    operation
        .parameters()
        .forEach(
            each ->
                parameters
                    .addObject()
                    .put("name", each.name())
                    .put("type", TypeText.full(each.type())));
    clauses(json, "preconditions", operation.of(Role.REQUIRES));
    clauses(json, "guarantees", operation.of(Role.ENSURES));
    clauses(json, "exceptions", operation.of(Role.THROWS));
    clauses(json, "afterExceptions", operation.of(Role.AFTER));
  }

  private static void clauses(ObjectNode json, String member, List<FlatClause> clauses) {
    ArrayNode list = json.putArray(member);
    for (FlatClause each : clauses) {
      list.addObject()
          .put("name", each.name())
          .put("text", each.text())
          .put("because", each.because())
          .put("exception", each.exception())
          .put("constraint", each.isConstraint())
          .put("declaredBy", each.declaring())
          .put("inherited", each.isInherited())
          .put("file", each.file())
          .put("line", each.line());
    }
  }
}
