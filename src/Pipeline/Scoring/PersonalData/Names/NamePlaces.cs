using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>
/// Places where a name stands although no word before it introduces it: a signature, the head of a line of data, a form's field, "Little is my surname".
/// </summary>
internal static class NamePlaces
{
    private const int MostWords = 4;
    private const int LongestMark = 6;

    private static readonly string[] Behind =
    [
        "is my name", "is my surname", "is my first name", "is my last name", "is my middle name", "is my maiden name", "is my family name",
        "is the name", "is the surname", "est mon nom", "c'est mon nom", "est mon prenom", "c'est mon prenom", "en un mot", "en deux mots", "en trois mots",
        "in two words", "all one word", "avec un trait d'union", "with a hyphen",
    ];

    private static readonly WordSet Fields = new("name nom prenom surname forename lastname firstname first last naissance famille usage");

    private static readonly WordSet BeforeInitials = new("a by to for from with and is was mr mrs ms miss de par pour avec et chez");

    /// <summary>Whether one of these places is that of a word.</summary>
    public static bool IsOne(ScanText text, Findings findings, in NameTokens words, int index)
    {
        var word = words[index];
        if (word.Case == NameCase.Lower)
        {
            return IsAllThereIs(findings, words, index);
        }

        return IsNamedBehind(text, words, index) || IsField(text, words, index) || IsSignature(text, words, index)
            || IsBehindInitial(text, words, index)
            || (findings.Count > 0 && (IsHeadOfData(text, findings, words, index) || IsAllThereIs(findings, words, index)));
    }

    /// <summary>Whether a word is written as a name is, and is no word of either language.</summary>
    private static bool IsPossible(NameToken word) =>
        word.Case >= NameCase.Capital && word.End - word.Start > 1
        && (word.Is(NameRole.Given | NameRole.GivenShort | NameRole.Family)
            || !word.Is(NameRole.Ordinary | NameRole.Small | NameRole.Cue | NameRole.PlaceBefore | NameRole.PlaceAfter | NameRole.Within));

    /// <summary>"Little is my surname", "ALVES DOS SANTOS en trois mots".</summary>
    private static bool IsNamedBehind(ScanText text, in NameTokens words, int index)
    {
        var last = index;
        while (last - index < MostWords && NameExtent.FollowsOn(text, words, last) && words[last + 1].Case >= NameCase.Capital)
        {
            last++;
        }

        var rest = text.Folded[Math.Min(text.Length, words[last].End + 1)..];
        if (words[index].Is(NameRole.Small) || text.At(words[last].End) is not (' ' or ','))
        {
            return false;
        }

        foreach (var phrase in Behind)
        {
            if (rest.TrimStart(' ').StartsWith(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"NAME ODUYA FIRST MICHELLE", "name on card LAURENCE PICKARD", "nom de naissance : CARPENTIER".</summary>
    private static bool IsField(ScanText text, in NameTokens words, int index)
    {
        if (index == 0 || words[index].Case < NameCase.Capitals || words[index].End - words[index].Start < 3
            || words[index].Is(NameRole.Ordinary | NameRole.Small | NameRole.Cue))
        {
            return false;
        }

        var gap = text.Folded[words[index - 1].End..words[index].Start].Trim();
        return gap.Length <= 1 && (gap.Length == 0 || gap[0] is ':' or '=')
            && (Fields.Contains(text.Folded[words[index - 1].Start..words[index - 1].End]) || EndsNameOn(text, words[index - 1].End));
    }

    /// <summary>"registered to a K. Oyelowo", and not "vitamin K. Thanks".</summary>
    private static bool IsBehindInitial(ScanText text, in NameTokens words, int index) =>
        index > 1 && words[index].Case == NameCase.Capital && IsPossible(words[index])
        && words[index - 1].End - words[index - 1].Start == 1 && words[index - 1].Case == NameCase.Capital
        && text.Folded[words[index - 1].End..words[index].Start] is ". " && text.At(words[index - 1].Start - 1) == ' '
        && BeforeInitials.Contains(text.Folded[words[index - 2].Start..words[index - 2].End]);

    private static bool EndsNameOn(ScanText text, int end) =>
        text.Folded[..end].EndsWith("name on card", StringComparison.Ordinal) || text.Folded[..end].EndsWith("name on the card", StringComparison.Ordinal)
        || text.Folded[..end].EndsWith("nom sur la carte", StringComparison.Ordinal);

    /// <summary>A last line of nothing but a name, an initial before it or not; or a name that ends the text behind "Thanks!".</summary>
    private static bool IsSignature(ScanText text, in NameTokens words, int index)
    {
        var first = index > 0 && words[index - 1].End - words[index - 1].Start == 1 && words[index - 1].Case == NameCase.Capital
            && text.Folded[words[index - 1].End..words[index].Start] is ". " or " " ? index - 1 : index;
        if (words.Count - index > MostWords || first == 0 || !IsPossible(words[index]))
        {
            return false;
        }

        for (var next = index; next + 1 < words.Count; next++)
        {
            if (!NameExtent.FollowsOn(text, words, next) || !(IsPossible(words[next + 1]) || words[next + 1].Is(NameRole.FamilyWord | NameRole.Particle)))
            {
                return false;
            }
        }

        var (before, start) = (words[first - 1], words[first].Start);
        var gap = text.Folded[before.End..start];
        var known = words[index].Is(NameRole.AnyGiven | NameRole.Family);
        return start - before.End <= LongestMark
            && (gap.Contains('\n') ? first < index || known || words.Count - index > 1
                : before.Is(NameRole.Closing | NameRole.Greeting) && gap.IndexOfAny("!.-–—") >= 0 && (known || words.Count - index > 1));
    }

    /// <summary>"Reggie Viner, HC 15 60 14 A": two words that open a line, before a comma, where other personal data follows.</summary>
    private static bool IsHeadOfData(ScanText text, Findings findings, in NameTokens words, int index)
    {
        var start = words[index].Start;
        if ((start > 0 && text.At(start - 1) != '\n') || !IsPossible(words[index]) || !NameExtent.FollowsOn(text, words, index))
        {
            return false;
        }

        var last = words[index + 1];
        var next = text.At(last.End) == ' ' ? last.End + 1 : last.End;
        return (IsPossible(last) || (last.Is(NameRole.FamilyWord) && last.Case >= NameCase.Capital))
            && (text.At(next) is ',' or '\n' or ':' or ';' || (next < text.Length && !findings.IsFree(next, next + 1)));
    }

    /// <summary>"luke 07700900421": beside the data there is nothing but a name that the lists know.</summary>
    private static bool IsAllThereIs(Findings findings, in NameTokens words, int index)
    {
        if (findings.Count == 0 || words.Count > 12 || words[index].End - words[index].Start < 3
            || !words[index].Is(NameRole.Given | NameRole.GivenShort | NameRole.GivenWord))
        {
            return false;
        }

        for (var other = 0; other < words.Count; other++)
        {
            if (other != index && !words[other].Is(NameRole.AnyGiven | NameRole.Family) && findings.IsFree(words[other].Start, words[other].End))
            {
                return false;
            }
        }

        return true;
    }
}
