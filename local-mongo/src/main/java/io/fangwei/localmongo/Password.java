package io.fangwei.localmongo;

/** The one user of a server that asks for a password, with all rights. */
public record Password(String user, String secret) {

    public Password {
        if (user.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("A user and a password are needed.");
        }
    }

    @Override
    public String toString() {
        return "password of " + user;
    }
}
