package org.diogel.govuk;

import org.jspecify.annotations.Nullable;

/// A component that asks for something.
///
/// @param <C> the component itself, so that a copy keeps its type
public interface FormControl<C extends FormControl<C>> extends Component<C> {

    Field field();

    C withField(Field field);

    /// A copy whose control has this id instead of its name.
    default C withId(String id) {
        return withField(field().withId(id));
    }

    /// A copy with this help, or none.
    default C withHint(@Nullable String hint) {
        return withField(field().withHint(hint == null ? null : Hint.of(hint)));
    }

    /// A copy with this help, or none.
    default C withHint(@Nullable Hint hint) {
        return withField(field().withHint(hint));
    }

    /// A copy in error, or not if null. In a language other than English give the hidden word too:
    /// [ErrorMessage#of(String, String)].
    default C withError(@Nullable ErrorMessage error) {
        return withField(field().withError(error));
    }

    /// A copy in error, or not if the text is null.
    ///
    /// @param prefix said before it by a screen reader, `Error` or `Gwall`
    default C withError(@Nullable String text, String prefix) {
        return withError(text == null ? null : ErrorMessage.of(text, prefix));
    }

    /// A copy also explained by the elements of these ids, separated by spaces.
    default C withDescribedBy(@Nullable String ids) {
        return withField(field().withDescribedBy(ids));
    }

    /// A copy with these classes on the element around question and control.
    default C withGroupClass(String classes) {
        return withField(field().withGroup(field().group().withClass(classes)));
    }
}
