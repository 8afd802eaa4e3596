using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Names of people where the text introduces them: "je m'appelle …", "my name is …", "… speaking", "… à l'appareil", behind a title
/// ("Mme Tanguy"), a kinship or a
/// colleague ("ma fille Claire", "your colleague Greg").
/// </summary>
internal sealed class NameFinder : IFinder
{
    // Behind these a name follows, with or without capitals.
    private static readonly string[] Introductions =
    [
        "je m'appelle", "je m appelle", "je mappelle", "mon nom est", "mon nom c'est", "mon prenom est", "mon prenom c'est",
        "nom de famille", "au nom de", "prenom nom",
        "my name is", "my name's", "my names", "name is", "i am called", "under the name", "in the name of", "on behalf of",
        "nom et prenom",
    ];

    // Behind these only two words with capitals are a name: "je suis Français" is none.
    private static readonly string[] WeakIntroductions = ["je suis", "ici", "c'est", "moi c'est", "i am", "i'm", "im", "this is", "it's"];

    private static readonly WordSet Titles = new("m mr mme mlle mrs ms miss dr monsieur madame mademoiselle maitre me docteur sir");

    private static readonly WordSet People = new(
        "fils fille mari femme epoux epouse mere pere maman papa frere soeur ami amie collegue conjoint compagne compagnon "
        + "voisin voisine tante oncle cousin cousine son daughter husband wife mother father mum dad brother sister friend "
        + "colleague partner neighbour neighbor aunt uncle cousin flatmate roommate conseiller conseillere technicien "
        + "technicienne advisor agent technician");

    private static readonly string[] Closings = [" speaking", " a l'appareil", " au telephone", " on the phone"];

    public void Find(ScanText text, Findings findings)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsLetter(text.At(position)) || text.IsWord(position - 1))
            {
                continue;
            }

            if (!TryIntroduced(text, findings, position))
            {
                TryTitled(text, findings, position);
                TryClosed(text, findings, position);
            }
        }
    }

    private static bool TryIntroduced(ScanText text, Findings findings, int position)
    {
        foreach (var words in Introductions)
        {
            if (StartsWith(text, position, words))
            {
                var from = SkipFillers(text, position + words.Length);
                return TryAdd(text, findings, from, NameWords.End(text, from, 3, lowerToo: true));
            }
        }

        foreach (var words in WeakIntroductions)
        {
            if (StartsWith(text, position, words))
            {
                var from = position + words.Length;
                if (from >= text.Length || Titles.Contains(text.Folded[(from + 1)..text.WordEnd(from + 1, 14)]))
                {
                    return false;
                }

                var first = NameWords.End(text, from, 1, lowerToo: false);
                var end = NameWords.End(text, from, 3, lowerToo: false);
                return first > from && end > first && !IsShouted(text, from + 1, end) && TryAdd(text, findings, from, end);
            }
        }

        return false;
    }

    private static void TryTitled(ScanText text, Findings findings, int position)
    {
        var end = text.WordEnd(position, 14);
        var word = text.Folded[position..end];
        var title = Titles.Contains(word);
        if (title || People.Contains(word))
        {
            var from = title && text.At(end) == '.' ? end + 1 : end;
            var nameEnd = NameWords.End(text, from, 2, lowerToo: false);
            if (!title && text.At(from) == ',')
            {
                // "Ma mère, Jeanne Delmas, est décédée": two words, for one might begin another thought.
                from++;
                var first = NameWords.End(text, from, 1, lowerToo: false);
                nameEnd = first > from ? NameWords.End(text, first, 1, lowerToo: false) : from;
                nameEnd = nameEnd > first ? nameEnd : from;
            }

            if (nameEnd > from && !IsShouted(text, from + 1, nameEnd))
            {
                TryAdd(text, findings, from, nameEnd);
            }
        }
    }

    private static void TryClosed(ScanText text, Findings findings, int position)
    {
        if (!text.IsCapital(position) || text.IsWord(position - 1))
        {
            return;
        }

        var end = NameWords.End(text, text.WordEnd(position, 30), 1, lowerToo: false);
        foreach (var closing in Closings)
        {
            if (StartsWith(text, end, closing) && !FunctionWords.Contains(text.Folded[position..text.WordEnd(position, 30)]))
            {
                TryAdd(text, findings, position - 1, end);
            }
        }
    }

    private static int SkipFillers(ScanText text, int position)
    {
        position += text.At(position) == ' ' && text.At(position + 1) == ':' ? 1 : 0;
        position += text.At(position) == ':' ? 1 : 0;
        foreach (var title in (ReadOnlySpan<string>)[" m.", " mr", " mme", " mrs", " ms", " monsieur", " madame", " mr.", " mrs."])
        {
            if (StartsWith(text, position, title))
            {
                return position + title.Length;
            }
        }

        return position;
    }

    /// <param name="before">The position of the space before the name.</param>
    private static bool TryAdd(ScanText text, Findings findings, int before, int end) =>
        end > before + 1 && findings.TryAdd(before + 1, end, PersonalDataKind.Name, new string(text.Folded[(before + 1)..end]));

    /// <summary>Whether a stretch is all capitals, where a capital says nothing: "C'EST UN SCANDALE".</summary>
    private static bool IsShouted(ScanText text, int start, int end)
    {
        for (var position = start; position < end; position++)
        {
            if (char.IsLower(text.Written[position]))
            {
                return false;
            }
        }

        return end - start > 1;
    }

    private static bool StartsWith(ScanText text, int position, string words) =>
        position < text.Length && text.Folded[position..].StartsWith(words, StringComparison.Ordinal)
            && !text.IsWord(position + words.Length);
}
