package lab.child;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.invoke.SerializedLambda;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lab.measure.CellCode;

/**
 * The class files of code that cells declare, with all classes of cells that it uses. They exist
 * only in the memory of the kernel; a child JVM needs them in a folder.
 */
final class ClassFiles {

    private static final String SUFFIX = ".class";

    private final ClassLoader loader;
    private final Path folder;
    private final Set<String> written = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private ClassFiles(ClassLoader loader, Path folder) {
        this.loader = loader;
        this.folder = folder;
    }

    /**
     * Writes the class of this object and what it uses; nothing where no cell declares it.
     *
     * @throws IllegalArgumentException if the code uses a variable of another cell, which would be
     *     empty in another JVM
     */
    static void write(Object code, Path folder) throws IOException {
        var type = code.getClass();
        if (CellCode.declares(type)) {
            var files = new ClassFiles(type.getClassLoader(), folder);
            var lambda = lambda(code);
            if (lambda.isPresent()) {
                files.writeLambda(lambda.get());
            } else {
                files.waiting.push(type.getName().replace('.', '/'));
            }
            files.writeWaiting();
        }
    }

    /** The class of a lambda is hidden and has no file; another class has its code. */
    private static Optional<SerializedLambda> lambda(Object code) {
        try {
            var replace = code.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return replace.invoke(code) instanceof SerializedLambda lambda
                    ? Optional.of(lambda)
                    : Optional.empty();
        } catch (ReflectiveOperationException noLambda) {
            return Optional.empty();
        }
    }

    private void writeLambda(SerializedLambda lambda) throws IOException {
        var cell = write(lambda.getCapturingClass());
        if (cell.isPresent() && lambda.getImplClass().equals(lambda.getCapturingClass())) {
            CellVariables.refuseUsed(cell.get(), lambda.getImplMethodName());
        }
        waiting.push(lambda.getImplClass());
    }

    private void writeWaiting() throws IOException {
        while (!waiting.isEmpty()) {
            var code = write(waiting.pop());
            if (code.isPresent()) {
                CellVariables.refuseUsed(code.get());
            }
        }
    }

    /** Writes one class and notes those that it uses; empty where that is done, or not needed. */
    private Optional<ClassModel> write(String name) throws IOException {
        var bytes = CellCode.isDeclared(name) && written.add(name) ? bytes(name) : null;
        if (bytes == null) {
            return Optional.empty();
        }
        var file = folder.resolve(name + SUFFIX);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        var code = ClassFile.of().parse(bytes);
        for (var entry : code.constantPool()) {
            if (entry instanceof ClassEntry used) {
                waiting.push(used.asInternalName());
            }
        }
        return Optional.of(code);
    }

    private byte[] bytes(String name) throws IOException {
        try (var in = loader.getResourceAsStream(name + SUFFIX)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
