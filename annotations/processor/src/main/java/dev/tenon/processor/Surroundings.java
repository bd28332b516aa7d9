package dev.tenon.processor;

import javax.lang.model.element.TypeElement;

/** What a clause of one declaration can name, in one round. */
record Surroundings(
    Toolbox toolbox, Scope scope, Imports imports, Qualifiers qualifiers, Members members) {

  static Surroundings of(Toolbox toolbox, Declaration declaration, Members members) {
    TypeElement home = toolbox.elements().getTypeElement(declaration.canonicalName());
    TypeElement target = toolbox.elements().getTypeElement(declaration.target().canonicalName());
    Scope scope = new Scope(toolbox, home, target, declaration.imports());
    Imports imports = new Imports(toolbox, declaration.packageName(), declaration.imports());
    return new Surroundings(toolbox, scope, imports, new Qualifiers(scope, imports), members);
  }

  Calls calls() {
    return new Calls(members, scope, qualifiers);
  }

  Culprits culprits() {
    return new Culprits(toolbox, calls(), reach(), new Diagnosis(this));
  }

  Reach reach() {
    return new Reach(toolbox, scope.home());
  }
}
