package org.diogel.kernel;

import java.util.List;
import java.util.Set;

/// What a feature holds about one person, for a copy that person may ask for (Article 15 of the UK
/// GDPR). A table that concerns people and that no `Gathers` reads is named in
/// `subjectaccess/not-gathered.csv` with the reason, or fails the build.
///
/// It is asked in the transaction of the data protection officer who gathers; the database lets that
/// transaction see the rows of that one subject and no others.
public interface Gathers {

    /// Tables, by schema and name, from which it gathers for this kind of subject.
    Set<String> tables(Subject.Kind kind);

    /// Everything, unsealed, oldest first within a table.
    List<Held> about(Subject subject);
}
