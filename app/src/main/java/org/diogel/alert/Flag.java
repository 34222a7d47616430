package org.diogel.alert;

/// Something in a warning that could point to whoever told, or that a warning may not hold.
///
/// @param kind `contact`, `name`, `address`, `digits`, `email`, `plate`, `copied` (these must be
///     mended); `time`, `day`, `place`, `about-her` (mended or answered with a reason); message keys
///     `alert.flag.<kind>`
/// @param field name of the value it is in, such as `description.en`
/// @param start where in the value it begins @param end where it ends
/// @param words the words of the warning that raised it
/// @param id stands for kind, field and words: other words need another reason
public record Flag(String kind, String field, int start, int end, String words, String id) {

    /// Whether no reason can answer it.
    public boolean mustMend() {
        return switch (kind) {
            case "contact", "name", "address", "digits", "email", "plate", "copied" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "Flag[" + kind + " in " + field + "]";
    }
}
