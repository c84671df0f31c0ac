package lab.kernel;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites the classes of cells. A check at the start of every method and before every backward
 * jump makes it possible to stop an endless cell. A call that would end the kernel becomes an
 * error. Stack traces show the lines of the cell instead of those that JShell has compiled.
 */
final class Weaver {

    static final ClassDesc HALT = Halt.class.describeConstable().orElseThrow();

    private final ClassFile classFile;

    /**
     * @param loader of the libraries that cells use
     */
    Weaver(ClassLoader loader) {
        var known =
                ClassHierarchyResolver.defaultResolver()
                        .orElse(ClassHierarchyResolver.ofResourceParsing(loader))
                        .orElse(Weaver::assumeClass);
        this.classFile = ClassFile.of(ClassHierarchyResolverOption.of(known));
    }

    /**
     * @param lines of the cell, if they are known
     */
    byte[] weave(byte[] bytes, Optional<CellLines> lines) {
        var checked =
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Checks::new));
        return classFile.transformClass(
                classFile.parse(bytes),
                lines.map(LineNumbers::of).map(checked::andThen).orElse(checked));
    }

    private static ClassHierarchyResolver.ClassHierarchyInfo assumeClass(ClassDesc unknown) {
        return ClassHierarchyResolver.ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object);
    }

    private static final class Checks implements CodeTransform {

        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            check(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction jump when passed.contains(jump.target()) -> check(code);
                default -> {}
            }
            if (!Exits.refused(code, element)) {
                code.with(element);
            }
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(HALT, "check", ConstantDescs.MTD_void);
        }
    }
}
