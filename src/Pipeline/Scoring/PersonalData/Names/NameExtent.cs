namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>Reads how far a name goes.</summary>
internal static class NameExtent
{
    private const int MostWords = 4;

    /// <summary>Where a name of which a word was found begins: an initial ("S. Venkataraman") or a family name in capitals may stand before.</summary>
    public static int First(ScanText text, in NameTokens words, int index)
    {
        var before = words[index - 1];
        if (index == 0 || before.End - before.Start == 0)
        {
            return index;
        }

        var gap = text.Folded[before.End..words[index].Start];
        if (before.End - before.Start == 1 && before.Case == NameCase.Capital && gap is ". " or "." or " " && IsInitial(text, words, index - 1))
        {
            return index - 1;
        }

        // "Delroy Campbell": a given name that no list knows.
        if (gap is " " && words[index].Is(NameRole.Family) && before.Case == NameCase.Capital && before.End - before.Start > 2
            && !before.Is(NameRole.Ordinary | NameRole.Small | NameRole.Title | NameRole.Cue | NameRole.PlaceBefore))
        {
            return index - 1;
        }

        return before.Case == NameCase.Capitals && words[index].Case == NameCase.Capital && gap is " " && before.End - before.Start > 2
            && !before.Is(NameRole.Ordinary | NameRole.Small | NameRole.Title | NameRole.Cue) ? index - 1 : index;
    }

    /// <summary>Where it ends: its last word, and the end of that.</summary>
    public static (int Word, int End) Last(ScanText text, in NameTokens words, int index, NameCue cue)
    {
        var (last, end) = (index, words[index].End);
        for (var taken = 1; taken < MostWords && last + 1 < words.Count; taken++)
        {
            var next = last + 1;
            if (!FollowsOn(text, words, last))
            {
                break;
            }

            if (words[next].End - words[next].Start == 1 && words[next].Case == NameCase.Capital && IsInitialBehind(text, words, next))
            {
                (last, end) = (next, text.At(words[next].End) == '.' ? words[next].End + 1 : words[next].End);
                continue;
            }

            var name = SkipParticles(text, words, next);
            if (!GoesOn(text, words, index, name, cue))
            {
                break;
            }

            (last, end) = (name, words[name].End);
        }

        return (last, end);
    }

    /// <summary>Whether nothing but a space, or the dot of an initial and a space, stands between a word and the next.</summary>
    public static bool FollowsOn(ScanText text, in NameTokens words, int index) =>
        index + 1 < words.Count
        && (text.Folded[words[index].End..words[index + 1].Start] is " "
            || (words[index].End - words[index].Start == 1 && text.Folded[words[index].End..words[index + 1].Start] is ". "));

    private static bool GoesOn(ScanText text, in NameTokens words, int first, int next, NameCue cue)
    {
        var word = words[next];
        if (word.Is(NameRole.Title) || (words[first].Case != NameCase.Shouted && word.Is(NameRole.PlaceAfter) && !word.Is(NameRole.FamilyWord)))
        {
            return false;
        }

        return word.Case switch
        {
            NameCase.Capital => !word.Is(NameRole.Ordinary | NameRole.Small)
                || (word.Is(NameRole.FamilyWord) && word.Case == words[first].Case),
            NameCase.Capitals => !word.Is(NameRole.Ordinary | NameRole.Small) && word.End - word.Start > 2 || word.Is(NameRole.FamilyWord),
            NameCase.Shouted => word.Is(NameRole.Family | NameRole.Given | NameRole.GivenShort)
                || (cue >= NameCue.Person && !word.Is(NameRole.Ordinary | NameRole.Small)),
            _ => word.Is(NameRole.Family) || (word.Is(NameRole.Given | NameRole.GivenShort) && words[first].Case == NameCase.Lower)
                || (cue == NameCue.Introduction && words[first].Case == NameCase.Lower && word.End - word.Start > 1
                    && !word.Is(NameRole.Ordinary | NameRole.Small | NameRole.Cue)),
        };
    }

    /// <summary>The word behind "de", "van der" and the like. Without them, the word itself.</summary>
    private static int SkipParticles(ScanText text, in NameTokens words, int next)
    {
        var name = next;
        while (name - next < 2 && words[name].Is(NameRole.Particle) && FollowsOn(text, words, name))
        {
            name++;
        }

        return name;
    }

    private static bool IsInitial(ScanText text, in NameTokens words, int index) =>
        text.At(words[index].End) == '.' ? !IsSentenceEnd(text, words, index) : NameCues.Before(text, words, index) == NameCue.Title;

    /// <summary>"M. Porch" is a title's, which the finder leaves outside a name.</summary>
    private static bool IsSentenceEnd(ScanText text, in NameTokens words, int index) => text.At(words[index].Start) == 'm';

    private static bool IsInitialBehind(ScanText text, in NameTokens words, int index) =>
        text.At(words[index].End) == '.' || (FollowsOn(text, words, index) && words[index + 1].Case == NameCase.Capital
            && !words[index + 1].Is(NameRole.Ordinary | NameRole.Small));
}
