package lab.kernel;

import java.util.List;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.MagicsResolver;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** The parts of JJava's kernel. */
record Parts(
        String name,
        String version,
        LanguageInfo language,
        List<HelpLink> helpLinks,
        LabIO streams,
        CommManager comms,
        Renderer renderer,
        MagicsResolver magics,
        MagicsRegistry registry,
        boolean extensions,
        StringStyler styler,
        JShell shell,
        LabEvaluator evaluator,
        Settings settings) {}
