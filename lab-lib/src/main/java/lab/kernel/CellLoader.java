package lab.kernel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines the classes of cells after weaving, and finds those of libraries that a cell has added.
 */
final class CellLoader extends URLClassLoader {

    private static final String SUFFIX = ".class";

    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
    private final Weaver weaver = new Weaver(this);
    private final Origins origins;

    CellLoader(ClassLoader parent, Origins origins) {
        super("cells", new URL[0], parent);
        this.origins = origins;
    }

    void declare(String name, byte[] bytes) {
        declared.put(name, bytes);
    }

    void forget(String name) {
        declared.remove(name);
        origins.forget(name);
    }

    boolean knows(String name) {
        return declared.containsKey(name);
    }

    @Override
    protected void addURL(URL url) {
        super.addURL(url);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = declared.get(name);
        if (bytes == null) {
            return super.findClass(name);
        }
        byte[] woven = woven(name, bytes);
        return defineClass(name, woven, 0, woven.length);
    }

    /**
     * The class file of a declared class as the compiler wrote it, for a JVM that does not weave.
     */
    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes =
                name.endsWith(SUFFIX)
                        ? declared.get(
                                name.substring(0, name.length() - SUFFIX.length())
                                        .replace('/', '.'))
                        : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    private byte[] woven(String name, byte[] bytes) {
        try {
            return weaver.weave(bytes, origins.linesOf(name));
        } catch (IllegalArgumentException | IllegalStateException cannotWeave) {
            return bytes; // better a cell that cannot be stopped than one that cannot run
        }
    }
}
