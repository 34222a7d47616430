package org.diogel.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Crockford;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

/// Something that went wrong, as it will be answered.
///
/// @param status HTTP status
/// @param reference eight letters that find the entry in the server's log and mean nothing to
///     anyone else
/// @param seconds after which to try again; 0 when waiting does not help
record Fault(int status, String reference, long seconds) {

    static Fault of(int status) {
        return new Fault(status, newReference(), status == 503 ? 30 : 0);
    }

    static Fault of(Throwable thrown) {
        if (thrown.getCause() instanceof Acting.NobodyActing) {
            // A mistake of ours, though it looks like a transaction that could not begin.
            return of(500);
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case NotHere _ -> {
                    return of(404);
                }
                case Stale _ -> {
                    return of(409);
                }
                case TooMany many -> {
                    return new Fault(429, newReference(), many.seconds());
                }
                case InvalidParameterException unreadable -> {
                    return of(unreadable.getErrorCode());
                }
                case UploadBroken _ -> {
                    return of(400);
                }
                case TypeMismatchException _, HttpMessageNotReadableException _ -> {
                    return of(400);
                }
                case ErrorResponse response -> {
                    return of(response.getStatusCode().value());
                }
                default -> {
                    if (isOutage(t)) {
                        return of(503);
                    }
                }
            }
        }
        return of(500);
    }

    /// Whether the fault lies with Diogel rather than with what was asked.
    boolean isOurs() {
        return status >= 500;
    }

    HttpStatus httpStatus() {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static boolean isOutage(Throwable t) {
        return switch (t) {
            case CannotCreateTransactionException _,
                    CannotGetJdbcConnectionException _,
                    SQLTransientConnectionException _,
                    DataAccessResourceFailureException _ ->
                    true;
            case SQLException sql -> {
                String state = sql.getSQLState();
                yield state != null
                        && (state.startsWith("08")
                                || state.startsWith("53")
                                || state.startsWith("57P"));
            }
            default -> false;
        };
    }

    private static String newReference() {
        return Crockford.random(8);
    }
}
