package org.diogel.kernel;

/// Who is acting in this thread, and for what purpose. Bound for exactly as long as one request or
/// one piece of background work lasts, so that nothing is left behind for the next one.
public record Acting(Actor actor, String purpose) {

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    public Acting {
        if (!purpose.matches("[a-z-]{1,40}")) {
            throw new IllegalArgumentException("A purpose is named in small letters and hyphens");
        }
    }

    /// @throws NobodyActing when no actor is bound: a mistake in the calling code
    public static Acting current() {
        if (!CURRENT.isBound()) {
            throw new NobodyActing();
        }
        return CURRENT.get();
    }

    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /// The bound actor. @throws NobodyActing when there is none
    public static Actor who() {
        return current().actor();
    }

    /// The bound actor, who must be somebody signed in.
    ///
    /// @throws NobodyActing when nobody is acting or it is not a person
    public static Actor.Person person() {
        if (current().actor() instanceof Actor.Person person) {
            return person;
        }
        throw new NobodyActing();
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T as(
            Actor actor, String purpose, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Acting(actor, purpose)).call(work);
    }

    public static void run(Actor actor, String purpose, Runnable work) {
        ScopedValue.where(CURRENT, new Acting(actor, purpose)).run(work);
    }

    /// The same actor for another purpose, such as opening a sealed original.
    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable>
            T forPurpose(String purpose, ScopedValue.CallableOp<T, X> work) throws X {
        return as(who(), purpose, work);
    }

    /// Thrown when data is asked for and nobody is acting.
    public static final class NobodyActing extends IllegalStateException {
        NobodyActing() {
            super("Nobody is acting here: bind an actor before asking for data");
        }
    }
}
