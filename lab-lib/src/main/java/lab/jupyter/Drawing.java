package lab.jupyter;

import lab.chart.Figure;
import lab.exercise.Card;
import lab.measure.Measured;

/** What a cell shows for one of the lab's results: HTML, and the same facts as text. */
record Drawing(String html, String text) {

    static Drawing of(Card card) {
        return new Drawing(card.html(), card.text());
    }

    static Drawing of(Figure figure) {
        return new Drawing(figure.html(), figure.text());
    }

    /** Only the sentence if a live output of the same cell has ended with the figure. */
    static Drawing of(Measured measured) {
        return Notebook.current().hasShown(measured)
                ? new Drawing("", measured.finding())
                : of(Figure.of(measured));
    }
}
