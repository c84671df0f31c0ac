package lab.kernel;

import java.io.File;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** The classes of all cells so far, in the order in which they were loaded. */
final class CellClasses implements LoaderDelegate {

    private final Origins origins = new Origins();
    private final CellLoader loader;
    private final Map<String, Class<?>> loaded = new LinkedHashMap<>();

    CellClasses(ClassLoader parent) {
        this.loader = new CellLoader(parent, origins);
    }

    Origins origins() {
        return origins;
    }

    ClassLoader loader() {
        return loader;
    }

    @Override
    public synchronized void load(ClassBytecodes[] classes) throws ClassInstallException {
        classesRedefined(classes);
        var installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                loaded.put(classes[i].name(), loader.loadClass(classes[i].name()));
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError refused) {
                throw new ClassInstallException(refused.toString(), installed);
            }
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            loader.declare(each.name(), each.bytecodes());
        }
    }

    @Override
    public synchronized Class<?> findClass(String name) throws ClassNotFoundException {
        var found = loaded.get(name);
        if (found == null && loader.knows(name)) {
            found = loader.loadClass(name);
        }
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    /** Also adds the paths to {@code java.class.path}, because child processes start with it. */
    @Override
    public void addToClasspath(String paths) throws InternalException {
        for (String path : paths.split(File.pathSeparator)) {
            try {
                loader.addURL(Path.of(path).toUri().toURL());
            } catch (MalformedURLException unreadable) {
                throw new InternalException("not a class path: " + path);
            }
            var before = System.getProperty("java.class.path");
            System.setProperty("java.class.path", before + File.pathSeparator + path);
        }
    }

    /** Forgets a class that a later cell replaced, and the values in its variables. */
    synchronized void unload(String name) {
        var old = loaded.remove(name);
        loader.forget(name);
        if (old != null) {
            Variable.of(old).forEach(Variable::clear);
        }
    }

    synchronized boolean knows(String name) {
        return loaded.containsKey(name);
    }

    /** The number of classes so far; the classes of the next cell follow them. */
    synchronized int count() {
        return loaded.size();
    }

    /** The variables and static fields of all classes after the first {@code skipped}. */
    synchronized List<Variable> variablesAfter(int skipped) {
        var variables = new ArrayList<Variable>();
        loaded.values().stream().skip(skipped).map(Variable::of).forEach(variables::addAll);
        return variables;
    }
}
