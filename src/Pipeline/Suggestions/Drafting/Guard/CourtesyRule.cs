using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>
/// A sentence without a source is courtesy and nothing else: made of a closed list of words, with no fact and no decision. "I can't promise
/// a date" is courtesy too.
/// </summary>
internal static class CourtesyRule
{
    private const int MostCustomersWords = 2;

    public static RefusalReason? Of(ReadSentence sentence)
    {
        if (sentence.Source is not null)
        {
            return null;
        }

        var (said, words) = (sentence.Said, sentence.Vocabulary);
        var declines = Declines(sentence);
        var (courteous, customers) = (0, 0);
        foreach (var (position, word, stem) in said.Words())
        {
            if (words.Courtesy.Has(word) || (sentence.IsQuestion && words.Question.Has(word)) || sentence.IsKnownName(word) || IsWish(sentence, position))
            {
                courteous++;
            }
            else if (declines is { } from && position > from)
            {
                courteous++;
            }
            else if (words.Concepts.Has(word) || !sentence.Customer.Stems.Contains(stem))
            {
                return words.Concepts.Has(word) ? RefusalReason.InventedPromise : RefusalReason.NotCourtesy;
            }
            else
            {
                customers++;
            }
        }

        var promises = said.Concepts.Any(concept => concept.Length > 1 && !(declines is { } from && concept.Position > from)
            && !IsWish(sentence, concept.Position));
        return promises ? RefusalReason.InventedPromise
            : customers > MostCustomersWords || (customers > 0 && courteous == 0) || AgreesToDecision(sentence) ? RefusalReason.NotCourtesy
            : null;
    }

    // Where "I can't promise" stands: what follows is not promised. Null when nothing is declined.
    private static int? Declines(ReadSentence sentence)
    {
        var lexemes = sentence.Said.Lexemes;
        for (var position = 0; position + 2 < lexemes.Count; position++)
        {
            var isUnable = lexemes[position].Text is "can" && lexemes[position + 1].Text is "not"
                || lexemes[position].Text is "ne" or "n" && lexemes[position + 1].Text is "peux" or "pouvons" or "puis";
            if (isUnable && lexemes.Skip(position + 2).Take(3).Any(word => word.Text is "promise" or "share" or "tell" or "confirm" or "disclose" or "guarantee"
                or "promettre" or "communiquer" or "confirmer" or "garantir" or "partager" or "divulguer" or "assurer")
                && !lexemes.Any(word => word.Text is "but" or "mais" or "and" or "et" or "," or ";" or ":"))
            {
                return position;
            }
        }

        return null;
    }

    private static bool IsWish(ReadSentence sentence, int position) =>
        Enumerable.Range(Math.Max(0, position - 4), Math.Min(5, position + 1)).Any(start =>
            sentence.Vocabulary.CourtesyTimes.At(sentence.Said.Lexemes, start).Length > position - start);

    // "Yes, of course." after "you will refund me?" decides.
    private static bool AgreesToDecision(ReadSentence sentence)
    {
        var first = sentence.Said.Lexemes[0].Text;
        var second = sentence.Said.Lexemes.Count > 1 ? sentence.Said.Lexemes[1].Text : "";
        var agrees = first is "oui" or "yes" or "absolutely" or "absolument" or "ok" or "okay" or "exactement" or "effectivement" or "parfait" or "sure" or "note"
            || (first, second) is ("bien", "sur") or ("of", "course") or ("d", "accord") or ("tout", "a") or ("c", "est") or ("that", "is") or ("that", "s") or ("no", "problem");
        return agrees && sentence.Ground.Turns.LastOrDefault(turn => !turn.IsAdvisor) is { } last
            && new DraftText(last.Text, sentence.Vocabulary.Language) is { } asked && (asked.Concepts.Any(concept => concept.Value is not ("always" or "contact")) || asked.Facts.Count > 0);
    }
}
