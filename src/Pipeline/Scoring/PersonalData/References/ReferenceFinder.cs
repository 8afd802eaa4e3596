namespace Pipeline.Scoring.PersonalData.References;

/// <summary>
/// Numbers of orders, invoices, parcels, returns, tickets and cases, and of contracts, accounts and customers: a token with four digits or more
/// beside a word that names it ("commande n° 12345", "my account number is 7730-1158-42", "88213045 is my order number"), or one with the form of
/// such a number ("LM-882130", "HB20391") that no word calls a model or an error.
/// </summary>
internal sealed class ReferenceFinder : IFinder
{
    private const int Longest = 32;
    private const int MostDigits = 14;
    private const int LeastBare = 8;

    public void Find(ScanText text, Findings findings)
    {
        var done = 0;
        var topic = new ReferenceTopic(text);
        (int End, string? Kind) previous = default;
        foreach (var group in text.Groups)
        {
            if (group.Start < done)
            {
                continue;
            }

            var start = TokenStart(text, group.Start);
            var end = TokenEnd(text, group.Start);
            done = end;
            if ((Digits(text, start, end) >= 2 || IsLocator(text, start, end))
                && (KindOf(text, findings, topic, group, ref start, ref end) ?? Continued(text, previous, start, end)) is { } kind
                && findings.TryAdd(start, end, kind, Value(text, start, end)))
            {
                done = end;
                previous = (end, kind);
            }
        }
    }

    private static string? KindOf(ScanText text, Findings findings, ReferenceTopic topic, DigitGroup group, ref int start, ref int end)
    {
        if (DateReader.Read(text, start, out _) == end || IsDayAndMonth(text, start, end) || IsAmount(text, start, end) || IsAdded(text, start)
            || !findings.IsFree(start, end) || IsMonth(text, start, end) || PostalCodeFinder.IsNamed(text, group))
        {
            return null;
        }

        var phone = PhoneFinder.StartsAt(text, group.Start, out var spaced);
        var first = Prefix(text, start);
        var kind = ReferenceCues.Before(text, first, out var numbered, out var apart);
        if (kind is not null && !(phone && (spaced || apart > 3)) && !DeviceNumberFinder.IsNamed(text, start))
        {
            var single = ReferenceForm.Read(text, start, end);
            end = JoinGroups(text, start, end, prefixed: first < start);
            var digits = Digits(text, start, end);
            var least = numbered && single is { IsCode: true, Letters: >= 2, HasPrefix: true } ? 3 : numbered || single.IsCode ? 4 : apart == 0 || first < start ? IsYear(text, start, end) ? 5 : 4 : 6;
            if (digits >= least && (single.Letters == 0 || single.IsCode || (digits >= 6 && (numbered || apart == 0))) && !IsAmount(text, start, end))
            {
                start = first;
                return kind;
            }

            if (kind == PersonalDataKind.OrderNumber && apart <= 2 && IsLocator(text, start, single.Digits + single.Letters + start) && IsBooked(text, start))
            {
                return kind;
            }

            return null;
        }

        if (IsPortingCode(text, start, end))
        {
            return PersonalDataKind.ContractNumber;
        }

        if (!phone && IsParcelLabel(text, start, end))
        {
            return PersonalDataKind.OrderNumber;
        }

        return phone ? null : ByForm(text, findings, topic, start, end) ?? ByTopic(text, topic, start, ref end);
    }

    /// <summary>"invoices F-2291 and F-2304".</summary>
    private static string? Continued(ScanText text, (int End, string? Kind) previous, int start, int end) =>
        previous.Kind is not null && start > previous.End && ReferenceForm.Read(text, start, end) is { IsCode: true, Digits: >= 4 }
            && text.Folded[previous.End..start] is ", " or " and " or " et " or " & " or " or " or " ou " or "/" or " / "
            ? previous.Kind
            : null;

    /// <summary>What only its form, or a word farther off, makes a reference.</summary>
    private static string? ByForm(ScanText text, Findings findings, ReferenceTopic topic, int start, int end)
    {
        var form = ReferenceForm.Read(text, start, end);
        var far = ReferenceCues.FarBefore(text, start, out var thing);
        if (thing || IsThing(text, start) || DeviceNumberFinder.IsNamed(text, start) || IsMeasured(text, end))
        {
            return null;
        }

        if (form.IsCode && form.Digits >= 5 && (form.HasPrefix || (form is { Letters: > 0, Digits: >= 6 } && text.IsCapital(end - 1)) || far is not null || ReferenceCues.Behind(text, end) is not null))
        {
            return far ?? ReferenceCues.Behind(text, end) ?? topic.KindOf(start);
        }

        if (form is { IsCode: true, Letters: 0, Digits: >= LeastBare } && topic.IsContract && HasOnlyHyphens(text, start, end))
        {
            return PersonalDataKind.ContractNumber;
        }

        if (form is { IsCode: true, Digits: >= 4, Letters: > 0 } && topic.IsNamedBefore(start))
        {
            return PersonalDataKind.ContractNumber;
        }

        if (form.IsCode && form is { Digits: 4, Letters: > 0 } && (IsReferenceWordBefore(text, start) || IsWholeText(text, start, end)))
        {
            return far ?? PersonalDataKind.OrderNumber;
        }

        if (form is { IsCode: false, Letters: 0, Digits: >= 6 and <= MostDigits } && ReferenceCues.Behind(text, end) is { } behind)
        {
            return behind;
        }

        return IsReferenceWordBefore(text, start) && form is { Letters: 0, Digits: >= 4 } && !IsYear(text, start, end) && HasOnlyHyphens(text, start, end)
            ? PersonalDataKind.OrderNumber
            : form is { Letters: 0, Digits: >= LeastBare and <= 12 } && BareAnswer.Is(text, findings) && BeginsAnswer(text, start)
                && !text.Folded[start..end].Contains('.')
                ? PersonalDataKind.OrderNumber
                : null;
    }

    /// <summary>"the payment schedule for 0012 4478 19": digits in groups from 0, which no amount begins with, in a text about a contract.</summary>
    private static string? ByTopic(ScanText text, ReferenceTopic topic, int start, ref int end)
    {
        if (text.At(start) != '0' || text.At(start - 1) != ' ' || end - start < 3 || Digits(text, start, end) < end - start)
        {
            return null;
        }

        var last = JoinGroups(text, start, end, prefixed: false);
        var before = text.Folded[text.WordStart(start - 1, 6)..(start - 1)];
        if (last == end || Digits(text, start, last) < LeastBare || before is not ("for" or "on" or "of" or "pour" or "du" or "sur" or "le") || !topic.IsContract)
        {
            return null;
        }

        end = last;
        return PersonalDataKind.ContractNumber;
    }

    /// <summary>A French line's identity for taking it to another operator (RIO): twelve letters and digits, where it is named.</summary>
    private static bool IsPortingCode(ScanText text, int start, int end) =>
        end - start == 12 && char.IsAsciiDigit(text.At(start)) && char.IsAsciiDigit(text.At(start + 1)) && char.IsLetter(text.At(start + 2))
        && Cues.StandBefore(text, start, 24, "rio");

    /// <summary>"CB772019334GB": the labels of the Universal Postal Union (its standard S10).</summary>
    private static bool IsParcelLabel(ScanText text, int start, int end)
    {
        if (end - start != 13 || !text.IsCapital(start) || !text.IsCapital(start + 1) || !text.IsCapital(end - 2) || !text.IsCapital(end - 1))
        {
            return false;
        }

        return text.Folded[(start + 2)..(end - 2)].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>"R4M9WJ": five to eight capitals and digits, as travel bookings have.</summary>
    private static bool IsLocator(ScanText text, int start, int end)
    {
        var letters = 0;
        for (var position = start; position < end; position++)
        {
            if (!text.IsCapital(position) && !char.IsAsciiDigit(text.At(position)))
            {
                return false;
            }

            letters += text.IsCapital(position) ? 1 : 0;
        }

        return end - start is >= 5 and <= 8 && letters >= 2;
    }

    private static bool IsBooked(ScanText text, int start) =>
        Cues.StandBefore(text, start, 24, "booking", "reservation", "pnr", "locator", "booking ref", "resa");

    /// <summary>"12/06".</summary>
    private static bool IsDayAndMonth(ScanText text, int start, int end) =>
        end - start <= 5 && text.Folded[start..end].IndexOf('/') is 1 or 2 && end - start - text.Folded[start..end].IndexOf('/') <= 3;

    /// <summary>"KB5031354".</summary>
    private static bool IsThing(ScanText text, int start)
    {
        var end = start;
        while (char.IsLetter(text.At(end)))
        {
            end++;
        }

        return ReferenceWords.Things.Contains(text.Folded[start..end]);
    }

    /// <summary>"ref 0044-7719", "référence : 88213": what it refers to is not said.</summary>
    private static bool IsReferenceWordBefore(ScanText text, int start) =>
        Cues.StandBefore(text, start, 14, "ref", "reference", "refs", "refer");

    private static bool IsWholeText(ScanText text, int start, int end) =>
        text.Length <= Longest * 2 && text.Folded[..start].Trim().Length == 0 && text.Folded[end..].Trim(" .!?\n").Length == 0;

    /// <summary>"c'est le 48213377": nothing but the start of an answer stands before.</summary>
    private static bool BeginsAnswer(ScanText text, int start)
    {
        var lead = text.Folded[..start].Trim();
        return lead.Length == 0 || lead is "c'est" or "c'est le" or "c est le" or "it's" or "its" or "it is" or "voici" or "voila" or "oui" or "yes"
            or "le" or "here" or "oui c'est le";
    }

    private static bool HasOnlyHyphens(ScanText text, int start, int end) =>
        text.Folded[start..end].IndexOfAny('.', '/', '_') < 0;

    /// <summary>A short run of letters or digits that belongs to a number in groups: "C 5520 8814", "MKP-88 201 347".</summary>
    private static int Prefix(ScanText text, int start)
    {
        if (text.At(start - 1) != ' ')
        {
            return start;
        }

        var begin = text.WordStart(start - 1, 5);
        var length = start - 1 - begin;
        return length is >= 1 and <= 3 && !text.IsWord(begin - 1) && text.At(begin - 1) is ' ' or ':'
            && (text.IsCapital(begin) || char.IsAsciiDigit(text.At(begin))) && text.IsCapital(start - 2) && text.Folded[begin..(start - 1)] is not ("n" or "no" or "nr" or "ref" or "num" or "nb" or "id" or "is")
            ? begin
            : start;
    }

    /// <summary>"123 456 789" behind a naming word is one number, with two letters at most at its end.</summary>
    private static int JoinGroups(ScanText text, int start, int end, bool prefixed)
    {
        var groups = 1;
        while (end - start < Longest && text.At(end) == ' ' && char.IsAsciiDigit(text.At(end + 1)))
        {
            var next = TokenEnd(text, end + 1);
            var (length, digits) = (next - end - 1, Digits(text, start, end));
            var fits = IsLastDigit(text, end, next, groups) || (length >= 3 ? digits is >= 2 and <= 10 : length == 2 && groups >= 2 && digits >= 6);
            if (!fits || digits + length > MostDigits || Digits(text, end + 1, next) < length || IsAmount(text, end + 1, next)
                || (!prefixed && IsMeasured(text, next)) || DateReader.Read(text, end + 1, out _) > 0)
            {
                break;
            }

            (end, groups) = (next, groups + 1);
        }

        if (groups == 1 || text.At(end) != ' ' || !text.IsCapital(end + 1))
        {
            return end;
        }

        // Two letters, or one that no sentence goes on with: "MTR 7719 4402 B, do I …".
        return text.IsCapital(end + 2) && !text.IsWord(end + 3) ? end + 3 : !text.IsWord(end + 2) && text.At(end + 2) != ' ' ? end + 2 : end;
    }

    /// <summary>"0447 0019 2231 8,".</summary>
    private static bool IsLastDigit(ScanText text, int end, int next, int groups) =>
        groups >= 3 && next == end + 2 && text.At(next) != ' ' && text.At(end - 5) == ' ';

    private static bool IsYear(ScanText text, int start, int end) =>
        end - start == 4 && text.Folded[start..(start + 2)] is "19" or "20";

    /// <summary>"2023-11".</summary>
    private static bool IsMonth(ScanText text, int start, int end) =>
        end - start == 7 && text.Folded[start..(start + 2)] is "19" or "20" && text.At(start + 4) is '-' or '/';

    private static bool IsAmount(ScanText text, int start, int end)
    {
        var next = text.At(end) == ' ' ? text.At(end + 1) : text.At(end);
        var previous = text.At(start - 1) == ' ' ? text.At(start - 2) : text.At(start - 1);
        var unit = text.Folded[Math.Min(text.Length, text.At(end) == ' ' ? end + 1 : end)..];
        return next is '€' or '£' or '$' or '%' || previous is '€' or '£' or '$'
            || (text.At(end) is ',' && char.IsAsciiDigit(text.At(end + 1)))
            || unit.StartsWith("eur", StringComparison.Ordinal) || unit.StartsWith("chf", StringComparison.Ordinal)
            || unit.StartsWith("pounds", StringComparison.Ordinal) || unit.StartsWith("dollars", StringComparison.Ordinal)
            || unit.StartsWith("balles", StringComparison.Ordinal);
    }

    private static bool IsAdded(ScanText text, int start) => text.At(start - 1) == '+' && text.At(start - 2) != ' ' && text.IsWord(start - 2);

    /// <summary>"12000 Mbps": an amount of something.</summary>
    private static bool IsMeasured(ScanText text, int end)
    {
        var start = text.At(end) == ' ' ? end + 1 : end;
        return text.Folded[Math.Min(start, text.Length)..text.WordEnd(Math.Min(start, text.Length), 8)] is "mbps" or "mb" or "mo" or "go" or "gb" or "ko"
            or "kb" or "kwh" or "m2" or "km" or "ms" or "hz" or "mhz" or "ghz" or "mah" or "jours" or "days" or "mois" or "months" or "fois" or "times"
            or "heures" or "hours" or "minutes" or "points" or "people" or "personnes" or "euros" or "clients" or "customers" or "pm" or "am";
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
