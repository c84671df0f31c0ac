package lab.kernel;

import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.kernel.JavaKernelBuilder;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.JarsMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;
import org.dflib.jjava.kernel.magics.TimeMagic;
import org.dflib.jjava.maven.MavenDependencyResolver;
import org.dflib.jjava.maven.magics.AddMavenDependencyMagic;
import org.dflib.jjava.maven.magics.LoadFromPomCellMagic;
import org.dflib.jjava.maven.magics.LoadFromPomLineMagic;
import org.dflib.jjava.maven.magics.MavenMagic;
import org.dflib.jjava.maven.magics.MavenRepoMagic;

/** Configures the kernel from the same environment variables as JJava's own main method. */
final class LabKernelBuilder extends JavaKernelBuilder<LabKernelBuilder, LabKernel> {

    private static final String BOLD = "\u001b[1m";
    private static final String UNDERLINED = "\u001b[4m";

    private final Settings settings;

    private LabKernelBuilder(Settings settings) {
        this.settings = settings;
    }

    static LabKernelBuilder fromEnvironment() {
        var settings = Settings.fromEnvironment();
        return new LabKernelBuilder(settings)
                .name("JJava")
                .version("1.0a8")
                .extensionsEnabled(settings.extensions())
                .compilerOpts(settings.compilerOptions())
                .magics();
    }

    @SuppressWarnings("removal") // JJava still offers them, so notebooks may use them
    private LabKernelBuilder magics() {
        var time = new TimeMagic();
        return lineMagic("load", new LoadMagic())
                .lineMagic("classpath", new ClasspathMagic())
                .lineMagic("jars", new JarsMagic())
                .lineMagic("time", time)
                .cellMagic("time", time)
                .mavenMagics(new MavenDependencyResolver());
    }

    @SuppressWarnings("removal")
    private LabKernelBuilder mavenMagics(MavenDependencyResolver resolver) {
        return lineMagic("maven", new MavenMagic(resolver))
                .lineMagic("mavenRepo", new MavenRepoMagic(resolver))
                .lineMagic("addMavenDependency", new AddMavenDependencyMagic(resolver))
                .lineMagic("loadFromPOM", new LoadFromPomLineMagic(resolver))
                .cellMagic("loadFromPOM", new LoadFromPomCellMagic(resolver));
    }

    /**
     * The first task of the compiler takes most of the start time, so this runs early. It imports
     * packages that the JDK's own shell imported, and JJava does not, before that shell changed to
     * all of java.base. Importing all of java.base makes every cell take twice as long to compile.
     */
    private static JShell warmed(JShell shell) {
        Stream.of("util", "util.function", "util.stream", "nio.file")
                .forEach(part -> shell.eval("import java." + part + ".*;"));
        return shell;
    }

    /** Bold and underlined, without a colour: legible in a light and in a dark theme. */
    private static StringStyler plainStyles() {
        return new StringStyler.Builder()
                .addPrimaryStyle(BOLD)
                .addSecondaryStyle("")
                .addHighlightStyle(BOLD + UNDERLINED)
                .withLinePrefix("|   ")
                .build();
    }

    @Override
    public LabKernel build() {
        var evaluator = new LabEvaluator(buildName(), settings.timeout());
        var shell = Meanwhile.start("first-import", () -> warmed(buildJShell(evaluator)));
        return new LabKernel(
                new Parts(
                        buildName(),
                        buildVersion(),
                        buildLanguageInfo(),
                        List.of(),
                        new LabIO(buildJupyterIOEncoding()),
                        buildCommManager(),
                        buildRenderer(),
                        buildMagicsResolver(buildMagicTranspiler()),
                        buildMagicsRegistry(),
                        buildExtensionsEnabled(),
                        plainStyles(),
                        shell.done(),
                        evaluator,
                        settings));
    }
}
