package lab.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.jupyter.Later;
import lab.jupyter.Sources;
import lab.jupyter.Stopping;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.reply.HistoryReply;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.kernel.JavaKernel;

/** JJava's kernel, with cells that {@link CellControl} runs. */
final class LabKernel extends JavaKernel implements Stopping {

    private final CellControl control;
    private final Settings settings;
    private final LabIO streams;
    private final Outlet outlet;
    private final Execution execution;
    private boolean sourcesShown;

    LabKernel(Parts parts) {
        super(
                parts.name(),
                parts.version(),
                parts.language(),
                parts.helpLinks(),
                null,
                parts.streams(),
                parts.comms(),
                parts.renderer(),
                parts.magics(),
                parts.registry(),
                parts.extensions(),
                parts.styler(),
                parts.shell(),
                parts.evaluator());
        this.control = parts.evaluator().control();
        this.settings = parts.settings();
        this.streams = parts.streams();
        this.outlet = new Outlet(streams::send, Budget.ofJupyter(), Later.onTimer());
        this.execution =
                new Execution(
                        this,
                        parts.evaluator(),
                        new Errors(this, errorStyler, control.classes().origins()));
    }

    Outlet outlet() {
        return outlet;
    }

    /** Prepares everything that a first cell may use. */
    void startUp() throws IOException {
        System.setOut(outlet.stream("stdout"));
        System.setErr(outlet.stream("stderr"));
        System.setIn(streams.in);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtTrace(control.classes().origins()));
        control.beginCell();
        onStartup();
        addToClasspath(settings.classPath());
        for (String snippet : settings.startupSnippets(startupScripts())) {
            evalBuilder(snippet).resolveMagics().eval();
        }
        control.endCell();
        HeapWatch.install();
    }

    /**
     * Reading the lab's sources takes time: it happens at the first request for help, not at the
     * start.
     */
    private void showSourcesOnce() {
        if (!sourcesShown) {
            sourcesShown = true;
            Sources.showTo(getJShell());
        }
    }

    private List<Path> startupScripts() {
        return settings.startupScripts().map(PathsHandler::splitAndResolveGlobs).orElse(List.of());
    }

    @Override
    protected synchronized void handleExecuteRequest(
            ShellReplyEnvironment replies, Message<ExecuteRequest> message) {
        commManager.setMessageContext(message);
        streams.attach(replies, message.getContent().isStdinEnabled());
        execution.run((CellReplies) replies, message.getContent(), executionCount);
        outlet.flush();
    }

    /** JJava's reply has no status; JupyterLab takes that for a failure and shows no kernel. */
    @Override
    protected void handleKernelInfoRequest(
            ShellReplyEnvironment replies, Message<KernelInfoRequest> message) {
        replies.setBusyDeferIdle();
        Map<String, Object> content =
                Map.of(
                        "status", "ok",
                        "protocol_version", "5.3",
                        "implementation", name,
                        "implementation_version", version,
                        "language_info", languageInfo,
                        "banner", getBanner(),
                        "help_links", helpLinks);
        replies.reply(Replies.of(message, KernelInfoReply.MESSAGE_TYPE, content));
    }

    @Override
    public void stop(ThreadGroup threads) {
        CellRun.stop(threads);
    }

    /** JupyterLab asks this when it opens a notebook; JJava sends no reply. */
    @Override
    protected void handleHistoryRequest(
            ShellReplyEnvironment replies, Message<HistoryRequest> message) {
        replies.setBusyDeferIdle();
        replies.reply(new HistoryReply(List.of()));
    }

    @Override
    public String isComplete(String code) {
        return switch (Completeness.of(code, getJShell().sourceCodeAnalysis())) {
            case COMPLETE -> IS_COMPLETE_YES;
            case INVALID -> IS_COMPLETE_BAD;
            case INCOMPLETE -> "    "; // the indent of the next line
        };
    }

    @Override
    public DisplayData inspect(String code, int cursor, boolean extraDetail) {
        showSourcesOnce();
        var help = Help.at(getJShell(), code, cursor);
        if (help.isEmpty()) {
            return null;
        }
        var shown = new DisplayData(help.text());
        shown.putHTML(help.html());
        return shown;
    }

    List<String> format(Throwable failure) {
        return formatError(failure);
    }
}
