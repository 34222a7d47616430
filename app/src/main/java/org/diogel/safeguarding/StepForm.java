package org.diogel.safeguarding;

import java.time.LocalDate;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;

/// What a lead writes down later.
final class StepForm {

    private StepForm() {}

    static Form checked(Form typed, LocalDate today) {
        Form form = typed;
        DutyData.Step step = DutyData.step(form.text("what")).orElse(null);
        if (step == null) {
            form = form.withError("what", "safeguarding.error.choose");
        }
        LocalDate day = DutyForm.day(form, "day");
        if (day == null || day.isAfter(today) || day.isBefore(today.minusYears(2))) {
            form = form.withError("day-day", "safeguarding.error.past");
        }
        int length = SafeText.length(SafeText.clean(form.text("note")));
        boolean lacks = length == 0 && step != null && step.needs().equals("note");
        if (lacks || length > DutyForm.LONGEST) {
            form = form.withError("note", "safeguarding.error.words", "most", DutyForm.LONGEST);
        }
        if (step != null && step.needs().equals("again")) {
            LocalDate again = DutyForm.day(form, "again");
            if (again == null || !again.isAfter(today) || again.isAfter(today.plusMonths(3))) {
                form = form.withError("again-day", "safeguarding.error.future");
            }
        }
        return form;
    }
}
