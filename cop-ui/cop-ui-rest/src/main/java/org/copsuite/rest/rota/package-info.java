/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Resource of the rotas of communities. */
package org.copsuite.rest.rota;
