package lab.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Replaces calls in cells that would end the kernel, method references included: each becomes an
 * error.
 */
final class Exits {

    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc OF_SYSTEM =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc OF_RUNTIME =
            MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int);

    private Exits() {}

    /** Whether the element was such a call; if so, its replacement has been written. */
    static boolean refused(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call
                    when isExit(call.owner().asSymbol(), call.name().stringValue()) ->
                    code.invokestatic(Weaver.HALT, "exit", type(call.owner().asSymbol()));
            case InvokeDynamicInstruction lambda
                    when lambda.bootstrapArgs().stream().anyMatch(Exits::isExit) ->
                    code.invokedynamic(harmless(lambda));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isExit(ConstantDesc argument) {
        return argument instanceof DirectMethodHandleDesc method
                && isExit(method.owner(), method.methodName());
    }

    private static boolean isExit(ClassDesc owner, String method) {
        return owner.equals(RUNTIME) && (method.equals("exit") || method.equals("halt"))
                || method.equals("exit") && owner.descriptorString().equals("Ljava/lang/System;");
    }

    private static MethodTypeDesc type(ClassDesc owner) {
        return owner.equals(RUNTIME) ? OF_RUNTIME : OF_SYSTEM;
    }

    private static DynamicCallSiteDesc harmless(InvokeDynamicInstruction lambda) {
        var arguments =
                lambda.bootstrapArgs().stream().map(Exits::harmless).toArray(ConstantDesc[]::new);
        return DynamicCallSiteDesc.of(
                lambda.bootstrapMethod(),
                lambda.name().stringValue(),
                lambda.typeSymbol(),
                arguments);
    }

    private static ConstantDesc harmless(ConstantDesc argument) {
        return isExit(argument)
                ? MethodHandleDesc.ofMethod(
                        Kind.STATIC,
                        Weaver.HALT,
                        "exit",
                        type(((DirectMethodHandleDesc) argument).owner()))
                : argument;
    }
}
