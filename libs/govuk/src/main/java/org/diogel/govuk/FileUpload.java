package org.diogel.govuk;

import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteFileUploadGenerated;
import org.jspecify.annotations.Nullable;

/// A file of the person's own device. The form around it needs
/// `method="post" enctype="multipart/form-data"`.
///
/// @param accept what the browser offers to choose, such as `image/jpeg,application/pdf`; it is a help
///     and no check
public record FileUpload(
        Field field,
        @Nullable String accept,
        boolean multiple,
        boolean disabled,
        Attributes attributes)
        implements FormControl<FileUpload> {

    public static FileUpload of(String name, Label label) {
        return new FileUpload(Field.labelled(name, label), null, false, false, Attributes.NONE);
    }

    public static FileUpload of(String name, String label) {
        return of(name, Label.of(label));
    }

    @Override
    public FileUpload withField(Field changed) {
        return new FileUpload(changed, accept, multiple, disabled, attributes);
    }

    /// A copy with `accept` replaced.
    public FileUpload withAccept(@Nullable String changed) {
        return new FileUpload(field, changed, multiple, disabled, attributes);
    }

    /// A copy with `multiple` replaced.
    public FileUpload withMultiple(boolean changed) {
        return new FileUpload(field, accept, changed, disabled, attributes);
    }

    /// A copy with `disabled` replaced.
    public FileUpload withDisabled(boolean changed) {
        return new FileUpload(field, accept, multiple, changed, attributes);
    }

    @Override
    public FileUpload withAttributes(Attributes changed) {
        return new FileUpload(field, accept, multiple, disabled, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteFileUploadGenerated.render(Component.escaping(output), null, this);
    }
}
