/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.PostAction;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Thanks the author of a post. Whoever may vote on the post takes part there and is not its author. */
@Component
@Named("thank")
@Singleton
public class ThankAction implements PostAction
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<RecognitionService> recognition;

    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public Map<PostId, Html> print(List<PostView> posts)
    {
        List<PostView> others = posts.stream()
            .filter(post -> post.may().vote() && !post.author().id().isAnonymous()).toList();
        if (others.isEmpty() || !this.recognition.get().isOn(this.printer.wiki())) {
            return Map.of();
        }
        Iterator<Html> forms = this.printer.printEach("recognition/thank", "post", others).iterator();
        return others.stream().collect(Collectors.toMap(PostView::id, post -> forms.next()));
    }
}
