package lab.child;

import static java.util.function.Predicate.not;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.measure.CellCode;
import lab.measure.Require;

/**
 * The variables of cells that code uses. JShell keeps each of them in a static field of its cell's
 * class; in another JVM it would silently be null or 0.
 */
final class CellVariables {

    private final ClassModel code;
    private final String owner;

    private CellVariables(ClassModel code) {
        this.code = code;
        this.owner = code.thisClass().asInternalName();
    }

    /**
     * Refuses this method of a cell's class, and what it calls there, if it uses such a variable.
     */
    static void refuseUsed(ClassModel code, String method) {
        new CellVariables(code).refuse(List.of(method));
    }

    /** The same for all methods of a class, without the statements of its cell. */
    static void refuseUsed(ClassModel code) {
        var methods =
                code.methods().stream()
                        .map(method -> method.methodName().stringValue())
                        .filter(not(CellCode::isOfStatements))
                        .toList();
        new CellVariables(code).refuse(methods);
    }

    private void refuse(Collection<String> methods) {
        var waiting = new ArrayDeque<>(methods);
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            var name = waiting.pop();
            if (seen.add(name)) {
                code.methods().stream()
                        .filter(method -> method.methodName().equalsString(name))
                        .forEach(method -> waiting.addAll(calledBy(method)));
            }
        }
    }

    private Set<String> calledBy(MethodModel method) {
        var called = new HashSet<String>();
        method.code().ifPresent(body -> body.forEach(instruction -> follow(instruction, called)));
        return called;
    }

    private void follow(CodeElement instruction, Set<String> called) {
        switch (instruction) {
            case FieldInstruction field -> refuseVariable(field);
            case InvokeInstruction call when call.owner().asInternalName().equals(owner) ->
                    called.add(call.name().stringValue());
            case InvokeDynamicInstruction lambda ->
                    lambda.invokedynamic().bootstrap().arguments().stream()
                            .filter(MethodHandleEntry.class::isInstance)
                            .map(handle -> ((MethodHandleEntry) handle).reference())
                            .filter(target -> target.owner().asInternalName().equals(owner))
                            .forEach(target -> called.add(target.name().stringValue()));
            default -> {}
        }
    }

    private void refuseVariable(FieldInstruction field) {
        Require.that(
                !CellCode.isWrapper(field.owner().asInternalName()),
                "this code runs in a JVM of its own, where the variable %s of your notebook is"
                        + " empty; write its value into the code",
                field.name().stringValue());
    }
}
