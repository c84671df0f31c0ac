package lab.kernel;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lab.jupyter.StepsLine;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** Runs a cell and replies with its result or its error. */
final class Execution {

    private final LabKernel kernel;
    private final LabEvaluator evaluator;
    private final CellControl control;
    private final Errors errors;

    Execution(LabKernel kernel, LabEvaluator evaluator, Errors errors) {
        this.kernel = kernel;
        this.evaluator = evaluator;
        this.control = evaluator.control();
        this.errors = errors;
    }

    void run(CellReplies replies, ExecuteRequest request, AtomicInteger counter) {
        int number = request.isSilent() ? counter.get() : counter.getAndIncrement();
        replies.setBusyDeferIdle();
        if (!request.isSilent()) {
            replies.publish(new PublishExecuteInput(request.getCode(), number));
        }
        int before = control.classes().count();
        evaluator.begin(new CellText(number, request.getCode()));
        try {
            beginWithRoom();
            var result = evaluate(request.getCode());
            endWithRoom();
            tellNotes();
            show(replies, result, request.isSilent() ? 0 : number);
            replies.defer().reply(new ExecuteReply(number, Map.of()));
        } catch (Throwable failure) { // an OutOfMemoryError must reach the learner too
            fail(replies, request, number, describe(failure, before));
        } finally {
            control.endCell();
        }
    }

    private void tellNotes() {
        evaluator.notes(kernel.getJShell()).forEach(System.err::println);
    }

    private DisplayData evaluate(String code) throws Exception {
        Object value = valueOf(code);
        if (value == null || value instanceof DisplayData) {
            return (DisplayData) value;
        }
        return control.call(() -> kernel.getRenderer().render(value));
    }

    private Object valueOf(String code) throws Exception {
        try {
            return kernel.evalBuilder(code).resolveMagics().eval();
        } finally {
            StepsLine.endOfCell();
        }
    }

    private static void show(CellReplies replies, DisplayData result, int number) {
        if (result != null && number > 0 && !isShown(result)) {
            replies.publish(new PublishExecuteResult(number, result));
        }
    }

    /** A figure that a live output already shows would leave an empty line. */
    private static boolean isShown(DisplayData result) {
        return "".equals(result.getData(MIMEType.TEXT_HTML));
    }

    /** Threads that an earlier cell left behind may have filled the heap in the meantime. */
    private void beginWithRoom() {
        if (CellRun.hasLeftHeapFull() || HeapGuard.isFull()) {
            var rescue = new HeapRescue(control.classes());
            rescue.makeRoom(0);
            System.err.println(rescue.lateAdvice());
        }
    }

    private void endWithRoom() {
        if (control.hasFilledHeap()) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    private CellError describe(Throwable failure, int before) {
        if (HeapRescue.isNeededAfter(failure) || control.hasFilledHeap()) {
            return rescued(failure, before);
        }
        tellNotes();
        return control.isInterrupted() ? errors.ofInterrupted(failure) : errors.of(failure);
    }

    /**
     * Until the other threads of the cell have stopped, they may use up the memory that was freed.
     */
    private CellError rescued(Throwable failure, int before) {
        HeapWatch.rescueBegins();
        HeapGuard.releaseReserve();
        while (true) { // HeapWatch ends the kernel if this takes too long
            try {
                return errors.ofFullHeap(failure, rescue(before));
            } catch (OutOfMemoryError takenAgain) {
                Thread.onSpinWait();
            }
        }
    }

    private String rescue(int before) {
        control.clearAway();
        var rescue = new HeapRescue(control.classes());
        if (rescue.makeRoom(before)) {
            HeapWatch.rescueEnds();
            return rescue.advice();
        }
        HeapWatch.endSoon();
        return rescue.farewell();
    }

    private static void fail(
            CellReplies replies, ExecuteRequest request, int number, CellError error) {
        if (request.shouldStopOnError()) {
            replies.abortQueued();
        }
        replies.publish(new PublishError(error.name(), error.message(), error.lines()));
        var reply = new ErrorReply(error.name(), error.message(), error.lines());
        reply.setExecutionCount(number);
        replies.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
    }
}
