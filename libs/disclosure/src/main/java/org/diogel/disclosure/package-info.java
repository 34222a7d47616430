/// Tables of counts that expose no one: which cells to hide so that nobody can work a small one out
/// from the rest, the proof of it, and the same question asked of anybody's table. Terms are the
/// field's: a *primary* cell must be hidden for its own sake, a *secondary* one to protect it; the
/// *attacker* knows everything that was ever published and the classifications, and reasons with
/// linear equations over whole numbers.
@NullMarked
package org.diogel.disclosure;

import org.jspecify.annotations.NullMarked;
