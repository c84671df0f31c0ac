package lab.jupyter;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** Runs a cell and replies with its result or its error. */
final class Execution {

    private final LabKernel kernel;
    private final CellControl control;
    private final Errors errors;

    Execution(LabKernel kernel, CellControl control, Errors errors) {
        this.kernel = kernel;
        this.control = control;
        this.errors = errors;
    }

    void run(CellReplies replies, ExecuteRequest request, AtomicInteger counter) {
        int number = request.isSilent() ? counter.get() : counter.getAndIncrement();
        replies.setBusyDeferIdle();
        if (!request.isSilent()) {
            replies.publish(new PublishExecuteInput(request.getCode(), number));
        }
        int before = control.classes().count();
        control.beginCell();
        try {
            show(replies, evaluate(request.getCode()), request.isSilent() ? 0 : number);
            replies.defer().reply(new ExecuteReply(number, Map.of()));
        } catch (Throwable failure) { // also an OutOfMemoryError must reach the learner
            fail(replies, request, number, describe(failure, before));
        } finally {
            control.endCell();
        }
    }

    private DisplayData evaluate(String code) throws Exception {
        Object value = kernel.evalBuilder(code).resolveMagics().eval();
        if (value == null || value instanceof DisplayData) {
            return (DisplayData) value;
        }
        return control.call(() -> kernel.getRenderer().render(value));
    }

    private static void show(CellReplies replies, DisplayData result, int number) {
        if (result != null && number > 0) {
            replies.publish(new PublishExecuteResult(number, result));
        }
    }

    private CellError describe(Throwable failure, int before) {
        if (control.isInterrupted()) {
            return errors.ofInterrupted(failure);
        }
        if (HeapRescue.isNeededAfter(failure)) {
            return errors.ofFullHeap(failure, rescue(before));
        }
        return errors.of(failure);
    }

    private String rescue(int before) {
        control.clearAway();
        var rescue = new HeapRescue(control.classes());
        return rescue.makeRoom(before) ? rescue.advice() : rescue.farewell();
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
