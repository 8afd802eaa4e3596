namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>
/// Names of people: known given and family names, and any word with a capital where a name is due: introduced ("je m'appelle …", "my name is
/// …"), behind a title, a relative or a colleague ("Mme Tanguy", "your engineer Greg"), greeted, thanked, or in a signature. What sense a word makes
/// without being a name decides how much it takes (<see cref="NameRole"/>).
/// </summary>
internal sealed class NameFinder : IFinder
{
    // From here on a given name is no slip of another word when it stands without a capital.
    private const int LongLower = 5;

    /// <summary>A finder of names. The lists are read when the first one is made, and not while the first message waits.</summary>
    public NameFinder() => NameLexicon.Load();

    public void Find(ScanText text, Findings findings)
    {
        using var words = new NameTokens(text);
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var particle = IsParticleOfName(text, words, index);
            if (!particle && !word.Is(NameRole.AnyGiven | NameRole.Family) && IsPlain(words, index) && !IsNamedAtStart(words, index))
            {
                continue;
            }

            if (!findings.IsFree(word.Start, word.End) || IsWithinCode(text, word))
            {
                continue;
            }

            if (NotPeople.StartsAt(text, words, index))
            {
                index++;
                continue;
            }

            var cue = NameCues.Before(text, words, index);
            if (particle ? cue > NameCue.None : IsName(text, words, index, cue) || NamePlaces.IsOne(text, findings, words, index))
            {
                var first = NameExtent.First(text, words, index);
                var (last, end) = NameExtent.Last(text, words, index, cue);
                var start = words[first].Start;
                end = findings.FreeEnd(text, start, end);
                findings.TryAdd(start, end, PersonalDataKind.Name, new string(text.Folded[start..end]));
                index = last;
            }
        }
    }

    /// <summary>Whether a word can be passed over at once: it is ordinary, or unknown and small with no cue before it.</summary>
    private static bool IsPlain(in NameTokens words, int index)
    {
        var word = words[index];
        return (word.Is(NameRole.Ordinary | NameRole.Small) && !words[index - 1].Is(NameRole.Title))
            || (word.Case is NameCase.Lower or NameCase.Shouted && !words[index - 1].Is(NameRole.Cue) && !words[index - 2].Is(NameRole.Cue))
            || word.End - word.Start < 2;
    }

    /// <summary>"Little is my surname", "ALVES DOS SANTOS en trois mots".</summary>
    private static bool IsNamedAtStart(in NameTokens words, int index) =>
        words[index].Case >= NameCase.Capital && index == 0 && !words[index].Is(NameRole.Small);

    /// <summary>Within an address of mail or the web, or a name with an underscore.</summary>
    private static bool IsWithinCode(ScanText text, NameToken word) =>
        text.At(word.Start - 1) is '@' or '_' or '/' or '#' || text.At(word.End) is '@' or '_'
        || (text.At(word.Start - 1) == '.' && text.IsWord(word.Start - 2) && word.Case == NameCase.Lower)
        || (text.At(word.End) == '.' && text.IsWord(word.End + 1) && !text.IsCapital(word.End + 1));

    private static bool IsName(ScanText text, in NameTokens words, int index, NameCue cue)
    {
        var word = words[index];
        if (word.Is(NameRole.AnyGiven | NameRole.Family) && !IsPlace(text, words, index) && !IsDay(text, word) && IsKnown(text, words, index, cue))
        {
            return true;
        }

        return cue switch
        {
            NameCue.Introduction => IsIntroduced(text, words, index),
            NameCue.Title => IsTitled(text, words, index),
            NameCue.Person => IsPossible(text, word) && !IsPlace(text, words, index),
            NameCue.Greeting => IsPossible(text, word) && !words[index + 1].Is(NameRole.PlaceAfter),
            NameCue.Weak => IsPossible(text, word) && (IsTwo(text, words, index) || IsDouble(text, word)),
            _ => IsOnThePhone(text, words, index) && IsPossible(text, word),
        };
    }

    /// <summary>A name that the lists know.</summary>
    private static bool IsKnown(ScanText text, in NameTokens words, int index, NameCue cue)
    {
        var word = words[index];
        var written = word.Case is NameCase.Capital or NameCase.Capitals;
        if (word.Is(NameRole.Given | NameRole.GivenShort))
        {
            // "JO", "VIC" and the like are rather letters for something; "in Sydney" is a town.
            return (written && !IsWhere(text, words, index) && (word.Case == NameCase.Capital || cue >= NameCue.Greeting || word.End - word.Start > 3))
                || (cue >= NameCue.Weak && (cue >= NameCue.Greeting || word.End - word.Start > 2))
                || (word.Is(NameRole.Given) && word.End - word.Start >= LongLower);
        }

        if (word.Is(NameRole.Family))
        {
            return (written && !IsWhere(text, words, index) && !IsAt(text, words, index)) || cue >= NameCue.Person;
        }

        if (!written)
        {
            // "ma fille claire", "merci claire": the word would make no sense there; "my son will" would.
            return (cue == NameCue.Introduction || (word.Is(NameRole.GivenWord) && !word.Is(NameRole.Ordinary) && cue >= NameCue.Greeting)) && EndsThere(text, words, index);
        }

        return cue >= NameCue.Greeting || (cue == NameCue.Weak && word.Is(NameRole.GivenWord) && EndsThere(text, words, index))
            || IsNamedInFull(text, words, index)
            || (word.Is(NameRole.GivenWord) && (IsWithinSentence(text, words, index) || IsSubject(text, words, index)))
            || (word.Is(NameRole.GivenRare) && IsDoing(text, words, index));
    }

    /// <summary>"in Sydney", "near Connolly": a place, unless a family name follows.</summary>
    private static bool IsWhere(ScanText text, in NameTokens words, int index) =>
        index > 0 && text.Folded[words[index - 1].Start..words[index - 1].End] is "in" or "near" or "across" or "around"
        && !(NameExtent.FollowsOn(text, words, index) && words[index + 1].Is(NameRole.Family))
        && text.At(words[index].End) != '\'';

    /// <summary>"at Connolly", "à Sion": what stands behind is rather a town, if it is a family's name at all.</summary>
    private static bool IsAt(ScanText text, in NameTokens words, int index) =>
        index > 0 && text.Folded[words[index - 1].Start..words[index - 1].End] is "at" or "a" or "on" or "en";

    /// <summary>"Valentine's Day".</summary>
    private static bool IsDay(ScanText text, NameToken word) =>
        text.Folded[word.End..].StartsWith("'s day", StringComparison.Ordinal) || text.Folded[word.End..].StartsWith("s day", StringComparison.Ordinal);

    private static bool IsIntroduced(ScanText text, in NameTokens words, int index)
    {
        var word = words[index];
        return IsPossible(text, word)
            || (word.Case is NameCase.Lower or NameCase.Shouted && !word.Is(NameRole.Ordinary | NameRole.Small | NameRole.Cue)
                && word.End - word.Start > 2);
    }

    private static bool IsTitled(ScanText text, in NameTokens words, int index)
    {
        var word = words[index];
        return word.Case switch
        {
            // "Mr Porch", and not "Madame. Faut-il".
            NameCase.Capital => !word.Is(NameRole.Small | NameRole.Title | NameRole.Greeting | NameRole.Closing | NameRole.Person)
                && (!word.Is(NameRole.Ordinary) || text.At(word.Start - 2) != '.' || text.At(word.Start - 3) == 'm'),
            NameCase.Capitals => !word.Is(NameRole.Small | NameRole.Title | NameRole.Ordinary) || word.Is(NameRole.FamilyWord),
            _ => !word.Is(NameRole.Ordinary | NameRole.Small) && word.End - word.Start > 2,
        };
    }

    /// <summary>An unknown word, written as a name is; one with a capital within ("MyHydro") is a product's, unless Scottish or French.</summary>
    private static bool IsPossible(ScanText text, NameToken word) =>
        word.Case == NameCase.Capital && !HasInnerCapital(text, word) && word.End - word.Start > 2
        && !word.Is(NameRole.Ordinary | NameRole.Small | NameRole.Title | NameRole.Greeting | NameRole.Closing | NameRole.PlaceBefore);

    private static bool HasInnerCapital(ScanText text, NameToken word)
    {
        for (var position = word.Start + 1; position < word.End; position++)
        {
            if (text.IsCapital(position) && text.IsWord(position - 1))
            {
                return text.Folded[word.Start..position] is not ("mc" or "mac" or "le" or "la" or "de" or "di" or "o");
            }
        }

        return false;
    }

    /// <summary>"it's Okonjo-Reid".</summary>
    private static bool IsDouble(ScanText text, NameToken word)
    {
        var hyphen = text.Folded[word.Start..word.End].IndexOf('-');
        return hyphen > 1 && text.IsCapital(word.Start + hyphen + 1) && char.IsLower(text.Written[word.End - 1]);
    }

    /// <summary>"c'est Le Goff": a small word with a capital, before an unknown one.</summary>
    private static bool IsParticleOfName(ScanText text, in NameTokens words, int index) =>
        words[index].Is(NameRole.Particle) && words[index].Case == NameCase.Capital && NameExtent.FollowsOn(text, words, index)
        && IsPossible(text, words[index + 1]);

    /// <summary>"c'est Jean-Luc Mornay": one unknown word with a capital may be anything, two are a name.</summary>
    private static bool IsTwo(ScanText text, in NameTokens words, int index) =>
        NameExtent.FollowsOn(text, words, index) && (IsPossible(text, words[index + 1]) || words[index + 1].Is(NameRole.FamilyWord))
        && words[index + 1].Case == NameCase.Capital;

    /// <summary>"Florence Martin", "Mark Johnson".</summary>
    private static bool IsNamedInFull(ScanText text, in NameTokens words, int index) =>
        NameExtent.FollowsOn(text, words, index) && words[index + 1].Case >= NameCase.Capital
        && words[index + 1].Is(NameRole.Family | NameRole.Given | NameRole.GivenShort)
        && (!words[index + 1].Is(NameRole.GivenShort) || words[index].Is(NameRole.GivenWord));

    /// <summary>Whether a capital is owed to nothing but a name: the word before stands without one, in the same sentence.</summary>
    private static bool IsWithinSentence(ScanText text, in NameTokens words, int index)
    {
        var before = words[index - 1];
        return index > 0 && before.Case == NameCase.Lower && !before.Is(NameRole.Within) && words[index].Case == NameCase.Capital
            && text.Folded[before.End..words[index].Start] is " " or "'" or ", ";
    }

    /// <summary>"Grace was …", "Rose de Lille", and not "Grâce à vous", nor "le Max a moins".</summary>
    private static bool IsSubject(ScanText text, in NameTokens words, int index) =>
        words[index + 1].Is(NameRole.Deed) && text.Written[words[index + 1].Start] != 'à' && !words[index - 1].Is(NameRole.Within);

    /// <summary>"Mark told me", "Florence m'a", "Will at the counter said".</summary>
    private static bool IsDoing(ScanText text, in NameTokens words, int index)
    {
        var next = index + 1;
        if (NameExtent.FollowsOn(text, words, index) && text.Folded[words[next].Start..words[next].End] is "at" or "from" or "in" or "on")
        {
            next += 3;
        }

        return NameExtent.FollowsOn(text, words, index) && NameExtent.FollowsOn(text, words, next - 1)
            && text.Folded[words[next].Start..words[next].End] is "m" or "told" or "said" or "says" or "helped" or "sorted" or "fixed"
                or "promised" or "rang" or "called" or "answered" or "explained" or "wrote" or "deserves" or "nous";
    }

    /// <summary>Whether a name ends at a word: a mark, the end, or a small word comes next.</summary>
    private static bool EndsThere(ScanText text, in NameTokens words, int index) =>
        !NameExtent.FollowsOn(text, words, index) || words[index + 1].Is(NameRole.Small) || words[index + 1].Is(NameRole.Family);

    /// <summary>"rue Victor Hugo", "Victoria Station", "Saint Martin".</summary>
    private static bool IsPlace(ScanText text, in NameTokens words, int index)
    {
        for (var back = index - 1; back >= 0 && back >= index - 3; back--)
        {
            if (words[back].Is(NameRole.PlaceBefore) && words[back].End < words[back + 1].Start && !words[back].Is(NameRole.Introduction))
            {
                return true;
            }

            if (!words[back].Is(NameRole.Particle | NameRole.AnyGiven))
            {
                break;
            }
        }

        return words[index + 1].Is(NameRole.PlaceAfter) && words[index + 1].Case != NameCase.Lower && NameExtent.FollowsOn(text, words, index);
    }

    /// <summary>"Delmas à l'appareil", "Sloane speaking".</summary>
    private static bool IsOnThePhone(ScanText text, in NameTokens words, int index)
    {
        for (var next = index + 1; next <= index + 2 && next < words.Count; next++)
        {
            var rest = text.Folded[words[next].Start..];
            if (rest.StartsWith("speaking") || rest.StartsWith("a l'appareil") || rest.StartsWith("au telephone") || rest.StartsWith("on the phone"))
            {
                return true;
            }

            if (words[next].Case == NameCase.Lower)
            {
                return false;
            }
        }

        return false;
    }
}
