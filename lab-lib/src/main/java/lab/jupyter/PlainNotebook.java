package lab.jupyter;

import java.util.Optional;
import jdk.jshell.JShell;

/** The notebook when no kernel runs: prints the text of every state. */
final class PlainNotebook implements Notebook {

    @Override
    public Live live() {
        return new Throttle((html, text) -> System.out.println(text));
    }

    @Override
    public void shown(Object result) {}

    @Override
    public boolean hasShown(Object result) {
        return false;
    }

    @Override
    public void stop(ThreadGroup threads) {
        threads.interrupt();
    }

    @Override
    public Optional<JShell> shell() {
        return Optional.empty();
    }
}
