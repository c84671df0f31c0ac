package lab.kernel;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.AccessFlag;

/** Gives a class the line numbers of its cell. */
final class LineNumbers {

    private static final CodeTransform REMOVING =
            (code, element) -> {
                if (!(element instanceof LineNumber)) {
                    code.with(element);
                }
            };

    private LineNumbers() {}

    static ClassTransform of(CellLines lines) {
        var file = SourceFileAttribute.of(lines.file());
        var renumbering = MethodTransform.transformingCode(renumbering(lines));
        var removing = MethodTransform.transformingCode(REMOVING);
        return (type, element) -> {
            switch (element) {
                case SourceFileAttribute compiled -> type.with(file);
                case MethodModel method ->
                        type.transformMethod(method, isBridge(method) ? removing : renumbering);
                default -> type.with(element);
            }
        };
    }

    /** No learner has written it: in a trace it would only repeat the method that it calls. */
    private static boolean isBridge(MethodModel method) {
        return method.flags().has(AccessFlag.BRIDGE);
    }

    private static CodeTransform renumbering(CellLines lines) {
        return (code, element) -> {
            if (element instanceof LineNumber number) {
                code.lineNumber(lines.ofCompiled().applyAsInt(number.line()));
            } else {
                code.with(element);
            }
        };
    }
}
