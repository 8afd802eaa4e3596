using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Numbers of orders, invoices, returns, parcels, contracts and customers: a token with four digits or more behind a word that names it
/// ("commande n° 12345", "my account number is 7730-1158-42"), or two to four capitals, a hyphen and six digits or more ("LM-88213045").
/// </summary>
internal sealed class ReferenceFinder : IFinder
{
    private const int Longest = 32;
    private const int MostWordsBack = 6;

    private static readonly WordSet OrderWords = new(
        "commande commandes cmd cde colis suivi facture factures retour avoir remboursement order orders invoice parcel "
        + "tracking return rma shipment bill expedition livraison");

    private static readonly WordSet ContractWords = new(
        "contrat contrats contract compte account client cliente customer abonnement abonne subscriber subscription identifiant "
        + "membership policy");

    private static readonly WordSet Fillers = new(
        "n no nr num numero nb number ref reference id code est is c s it its le la les my mon ma votre your de du of the for "
        + "pour : # = - a ° “ \" «");

    private static readonly WordSet NotReferences = new(
        "erreur error err code modele model version firmware serie serial imei ticket dossier panne prise socket");

    public void Find(ScanText text, Findings findings)
    {
        var done = 0;
        foreach (var group in text.Groups)
        {
            if (group.Start < done)
            {
                continue;
            }

            var start = TokenStart(text, group.Start);
            var end = TokenEnd(text, group.Start);
            done = end;
            if (KindOf(text, start, ref end) is { } kind && findings.TryAdd(start, end, kind, Value(text, start, end)))
            {
                done = end;
            }
        }
    }

    private static string? KindOf(ScanText text, int start, ref int end)
    {
        if (DateReader.Read(text, start, out _) == end || IsAmount(text, start, end))
        {
            return null;
        }

        var named = NamedKind(text, start);
        if (named is not null)
        {
            end = JoinGroups(text, start, end);
            return Digits(text, start, end) >= 4 && end - start >= 5 ? named : null;
        }

        return HasReferenceForm(text, start, end) ? PersonalDataKind.OrderNumber : null;
    }

    /// <summary>"123 456 789" behind a naming word is one number; pairs of digits are rather a phone.</summary>
    private static int JoinGroups(ScanText text, int start, int end)
    {
        while (end - start < Longest && text.At(end) == ' ' && char.IsAsciiDigit(text.At(end + 1))
            && Digits(text, start, end) is >= 3 and < 8)
        {
            var next = TokenEnd(text, end + 1);
            if (next - end < 3 || char.IsLetter(text.At(next - 1)) || IsAmount(text, end + 1, next))
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static string? NamedKind(ScanText text, int start)
    {
        var position = start;
        string? kind = null;
        for (var words = 0; words < MostWordsBack && kind is null; words++)
        {
            while (text.At(position - 1) is ' ' or '(' or ')' or '.' or '\'' or ',' && start - position < 60)
            {
                position--;
            }

            var begin = text.WordStart(position, 20);
            begin = begin == position ? position - 1 : begin;
            if (begin < 0 || text.At(begin) == '\n')
            {
                return null;
            }

            var word = new string(text.Folded[begin..position]);
            kind = OrderWords.Contains(word) ? PersonalDataKind.OrderNumber
                : ContractWords.Contains(word) ? PersonalDataKind.ContractNumber : null;
            if (kind is null && !Fillers.Contains(word))
            {
                return null;
            }

            position = begin;
        }

        return kind;
    }

    private static bool HasReferenceForm(ScanText text, int start, int end)
    {
        var letters = start;
        while (letters - start < 5 && text.IsCapital(letters))
        {
            letters++;
        }

        return letters - start is >= 2 and <= 4 && text.At(letters) == '-' && end - letters > 6
            && Digits(text, letters + 1, end) == end - letters - 1
            && !NotReferences.Contains(WordBefore(text, start));
    }

    private static string WordBefore(ScanText text, int start)
    {
        var end = start;
        while (start - end < 4 && end > 0 && !text.IsWord(end - 1) && text.At(end - 1) != '\n')
        {
            end--;
        }

        return new string(text.Folded[text.WordStart(end, 20)..end]);
    }

    private static bool IsAmount(ScanText text, int start, int end)
    {
        var next = text.At(end) == ' ' ? text.At(end + 1) : text.At(end);
        var previous = text.At(start - 1) == ' ' ? text.At(start - 2) : text.At(start - 1);
        return next is '€' or '£' or '$' or '%' || previous is '€' or '£' or '$'
            || (text.At(end) is ',' && char.IsAsciiDigit(text.At(end + 1)))
            || text.Folded[Math.Min(text.Length, end)..].StartsWith(" eur", StringComparison.Ordinal);
    }

    private static int TokenStart(ScanText text, int position)
    {
        var start = position;
        while (position - start < Longest && (text.IsWord(start - 1) || (IsInner(text.At(start - 1)) && text.IsWord(start - 2))))
        {
            start--;
        }

        return start;
    }

    private static int TokenEnd(ScanText text, int position)
    {
        var end = position;
        while (end - position < Longest && (text.IsWord(end) || (IsInner(text.At(end)) && text.IsWord(end + 1))))
        {
            end++;
        }

        return end;
    }

    private static bool IsInner(char character) => character is '-' or '/' or '_' or '.';

    private static int Digits(ScanText text, int start, int end)
    {
        var digits = 0;
        for (var position = start; position < end; position++)
        {
            digits += char.IsAsciiDigit(text.At(position)) ? 1 : 0;
        }

        return digits;
    }

    private static string Value(ScanText text, int start, int end) =>
        new string(text.Folded[start..end]).Replace(" ", "", StringComparison.Ordinal);
}
