package org.diogel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void keepsEverythingAsTyped() {
        Form form = Form.of(Map.of("words", new String[] {"  a\u0000b \r\n\u05d0\ud83d\ude42 "}));
        assertThat(form.value("words")).isEqualTo("  a\u0000b \r\n\u05d0\ud83d\ude42 ");
    }

    @Test
    void readsTextWithoutWhatNoDatabaseCanHold() {
        Form form = Form.of(Map.of("words", new String[] {"  a\u0000b\r\nc "}));
        assertThat(form.text("words")).isEqualTo("ab\nc");
    }

    @Test
    void whatWasTypedGoesBeforeWhatWasStored() {
        Form stored = Form.filled(Map.of("name", "stored"));
        assertThat(Form.empty().or(stored).value("name")).isEqualTo("stored");
        Form typed = Form.of(Map.of("name", new String[] {""}));
        assertThat(typed.or(stored).value("name")).isEmpty();
    }

    @Test
    void theFirstErrorOfAFieldStays() {
        Form form = Form.empty().withError("day", "a.b").withError("day", "a.c");
        assertThat(form.errors().get("day").key()).isEqualTo("a.b");
    }
}
