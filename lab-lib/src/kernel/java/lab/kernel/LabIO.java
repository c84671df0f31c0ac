package lab.kernel;

import java.nio.charset.Charset;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** JJava's streams. They stay connected to the last cell, because its threads may still print. */
final class LabIO extends JupyterIO {

    private volatile ShellReplyEnvironment replies;

    LabIO(Charset encoding) {
        super(encoding);
    }

    void attach(ShellReplyEnvironment cell, boolean canAsk) {
        replies = cell;
        setEnv(cell);
        setJupyterInEnabled(canAsk);
    }

    /** Sends what a cell printed; before the first cell it goes to the server's log. */
    void send(String stream, String text) {
        var cell = replies;
        if (cell == null) {
            ServerLog.print(text);
        } else if (stream.equals("stderr")) {
            cell.writeToStdErr(text);
        } else {
            cell.writeToStdOut(text);
        }
    }
}
