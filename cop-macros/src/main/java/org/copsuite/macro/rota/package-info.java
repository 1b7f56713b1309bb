/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Shows the rota of a community, with the forms that plan it and swap dates. */
package org.copsuite.macro.rota;
