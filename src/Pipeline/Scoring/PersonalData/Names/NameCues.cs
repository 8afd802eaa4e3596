using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>Reads the words before a place for whether a name is due there.</summary>
internal static class NameCues
{
    private const int MostBack = 4;
    private const int MostBooked = 9;

    private static readonly WordSet Bookings = new(
        "party table booking booked book reservation reserved room cottage name order account collection held listed registered ticket appointment "
        + "flat lodge cabin pitch lane suite parcel subscription");

    /// <summary>How much a name is due at a word.</summary>
    public static NameCue Before(ScanText text, in NameTokens words, int index)
    {
        var last = index - 1;
        if (last < 0 || !IsNear(text, words, index, out var mark))
        {
            return NameCue.None;
        }

        if (last > 0 && (IsFiller(text, words[last]) || IsInitial(text, words[last])) && IsNear(text, words, last, out var earlier))
        {
            (last, mark) = (last - 1, mark == ' ' ? earlier : mark);
        }

        var word = words[last];
        if (!word.Is(NameRole.Cue))
        {
            return NameCue.None;
        }

        if (mark == '\n' || mark == ',')
        {
            return word.Is(NameRole.Closing) ? NameCue.Person
                : word.Is(NameRole.Greeting | NameRole.GreetingMore) && mark == ',' && IsGreeting(text, words, last) ? NameCue.Greeting : NameCue.None;
        }

        return word.Is(NameRole.Title) && IsTitle(text, word) ? NameCue.Title
            : word.Is(NameRole.Introduction) && Introduction(text, words, last, mark) is not NameCue.None and var cue ? cue
            : word.Is(NameRole.Person | NameRole.Closing) ? NameCue.Person
            : word.Is(NameRole.Greeting | NameRole.GreetingMore) && IsGreeting(text, words, last) ? NameCue.Greeting
            : NameCue.None;
    }

    /// <summary>A lone M is a title only as a capital or with its dot, and "me" only as a capital.</summary>
    public static bool IsTitle(ScanText text, NameToken word) => text.Folded[word.Start..word.End] switch
    {
        "m" => text.At(word.End) == '.' || (word.Case != NameCase.Lower && text.At(word.End) == ' '),
        "me" or "miss" or "pr" or "ms" => word.Case == NameCase.Capital,
        _ => true,
    };

    /// <summary>Whether only marks that lead on stand between a word and the one before it; tells the strongest of them.</summary>
    private static bool IsNear(ScanText text, in NameTokens words, int index, out char mark)
    {
        mark = ' ';
        var (start, end) = (words[index - 1].End, words[index].Start);
        if (end - start > MostBack)
        {
            return false;
        }

        for (var position = start; position < end; position++)
        {
            switch (text.At(position))
            {
                case ' ' or '\'' or '"' or '«' or '“':
                    break;
                case '.' when words[index - 1].Is(NameRole.Title) || IsInitial(text, words[index - 1]):
                    break;
                case ':' or ',' or '\n':
                    mark = mark == '\n' ? mark : text.At(position);
                    break;
                case '-' when position > start && words[index - 1].Is(NameRole.Closing):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>The J of "Mrs J Whitlow"; an M is a title.</summary>
    private static bool IsInitial(ScanText text, NameToken word) =>
        word.End - word.Start == 1 && word.Case == NameCase.Capital
        && (text.At(word.Start) is not ('m' or 'a' or 'i' or 'y') || (text.At(word.Start) != 'm' && text.At(word.End) == '.'));

    private static bool IsFiller(ScanText text, NameToken word) => text.Folded[word.Start..word.End] is "desormais" or "maintenant"
        or "bien" or "now" or "actually" or "really" or "just" or "encore" or "plutot" or "donc";

    private static bool IsGreeting(ScanText text, in NameTokens words, int index)
    {
        for (var back = 0; back < MostBack && index - back >= 0; back++)
        {
            var word = words[index - back];
            if (word.Is(NameRole.Greeting))
            {
                return true;
            }

            if (!word.Is(NameRole.GreetingMore) || !IsNear(text, words, index - back + 1, out _))
            {
                return false;
            }
        }

        return false;
    }

    private static NameCue Introduction(ScanText text, in NameTokens words, int last, char mark)
    {
        var word = Text(text, words, last);
        var before = Text(text, words, last - 1);
        return word switch
        {
            "mappelle" or "mapelle" or "sappelle" or "sapelle" or "sapel" => NameCue.Introduction,
            "appelle" or "apelle" or "appele" or "apele" or "appelait" or "appeler" =>
                before is "m" or "s" or "me" or "se" ? NameCue.Introduction : NameCue.None,
            "nomme" or "nommee" or "prenomme" or "prenommee" or "named" or "called" or "titulaire" => NameCue.Person,
            "nom" or "prenom" or "name" or "surname" => IsOfAThing(before) ? NameCue.None : mark == ':' || (before is "the" && Text(text, words, last - 2) is "under")
                ? NameCue.Introduction : NameCue.Person,
            "names" => before is "my" ? NameCue.Introduction : NameCue.None,
            "est" or "is" or "s" when IsNamed(text, words, before is "c" ? last - 2 : last - 1) => NameCue.Introduction,
            "cest" when IsNamed(text, words, last - 1) => NameCue.Introduction,
            "est" => before is "c" ? NameCue.Weak : NameCue.None,
            "is" => before is "this" ? NameCue.Weak : NameCue.None,
            "s" => before is "it" ? NameCue.Weak : NameCue.None,
            "cest" or "suis" or "ici" or "moi" or "im" or "its" or "c" => NameCue.Weak,
            "am" or "m" => before is "i" ? NameCue.Weak : NameCue.None,
            "de" or "d" or "of" => Of(text, words, last, before),
            "late" => before is "the" ? NameCue.Person : NameCue.None,
            "chez" => before is "sonner" or "sonnez" or "sonne" ? NameCue.Person : NameCue.None,
            "par" or "by" => before is "signe" or "signed" or "for" or "signee" or "served" or "seen" or "helped" or "assisted" or "sold" or "accueilli"
                or "accueillie" or "recu" or "recue" or "conseille" or "conseillee" or "servi" or "servie" ? NameCue.Person : NameCue.None,
            "under" => IsBooked(text, words, last) ? NameCue.Person : NameCue.None,
            "for" => before is "ask" or "asking" ? NameCue.Person : NameCue.None,
            "to" or "with" => before is "speak" or "spoke" or "spoken" or "talk" or "talked" or "talking" or "speaking" or "chatted" or "listen"
                || (word is "to" && NamesBefore(text, words, last)) ? NameCue.Person : NameCue.None,
            "avec" => before is "parle" or "parler" or "discute" or "echange" ? NameCue.Person : NameCue.None,
            _ => NameCue.None,
        };
    }

    private static NameCue Of(ScanText text, in NameTokens words, int last, ReadOnlySpan<char> before) => before switch
    {
        "nom" => Text(text, words, last - 2) is "au" or "sous" or "le" ? NameCue.Introduction : NameCue.None,
        "name" or "behalf" => NameCue.Introduction,
        "deces" or "succession" or "veuve" or "obseques" or "disparition" => NameCue.Person,
        _ => NameCue.None,
    };

    /// <summary>"Party of nine under …".</summary>
    private static bool IsBooked(ScanText text, in NameTokens words, int index)
    {
        for (var back = 1; back <= MostBooked && index - back >= 0; back++)
        {
            if (Bookings.Contains(Text(text, words, index - back)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"change my surname to …".</summary>
    private static bool NamesBefore(ScanText text, in NameTokens words, int index)
    {
        for (var back = 1; back <= MostBack; back++)
        {
            if (Text(text, words, index - back) is "name" or "surname")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ScanText text, in NameTokens words, int index) =>
        Text(text, words, index) is "nom" or "prenom" or "name" or "names" or "surname" or "epouse" or "famille"
        && !IsOfAThing(Text(text, words, index - 1));

    /// <summary>"Trading name", "network name".</summary>
    private static bool IsOfAThing(ReadOnlySpan<char> word) => word is "trading" or "company" or "business" or "user" or "file" or "network"
        or "wifi" or "domain" or "product" or "brand" or "plan" or "offer" or "street";

    private static ReadOnlySpan<char> Text(ScanText text, in NameTokens words, int index) =>
        text.Folded[words[index].Start..words[index].End];
}
