namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Finds amounts, times, numbers and rows of digits, in digits and in words.</summary>
internal sealed class FactReader
{
    private static readonly Dictionary<string, (string Unit, decimal Factor)> Bases = new(StringComparer.Ordinal)
    {
        ["second"] = ("second", 1),
        ["minute"] = ("second", 60),
        ["hour"] = ("second", 3600),
        ["day"] = ("second", 86_400),
        ["week"] = ("second", 604_800),
        ["month"] = ("month", 1),
        ["year"] = ("month", 12),
        ["workday"] = ("workday", 1),
        ["businessday"] = ("businessday", 1),
    };

    private readonly IReadOnlyList<Lexeme> _lexemes;
    private readonly GuardWords _words;
    private readonly DayReader _days;
    private readonly List<FactToken> _facts = [];

    private FactReader(IReadOnlyList<Lexeme> lexemes, GuardWords words)
    {
        _lexemes = lexemes;
        _words = words;
        _days = new DayReader(lexemes, words);
    }

    public static IReadOnlyList<FactToken> Read(IReadOnlyList<Lexeme> lexemes, GuardWords words)
    {
        var reader = new FactReader(lexemes, words);
        for (var position = 0; position < lexemes.Count;)
        {
            var wish = words.CourtesyTimes.At(lexemes, position).Length;
            position += wish > 0 ? wish : Math.Max(1, reader.At(position));
        }

        return reader._facts;
    }

    // How many lexemes the fact takes that starts here; 0 when none does.
    private int At(int start)
    {
        var fact = _days.At(start) ?? DigitReader.At(_lexemes, start, _words) ?? Money(start) ?? Quantity(start) ?? _days.Named(start);
        if (fact is null)
        {
            return 0;
        }

        _facts.Add(fact with { Bound = Bounds.Of(_lexemes, fact, _words) });
        return fact.End - start;
    }

    private FactToken? Money(int start)
    {
        var before = Currency(start);
        var (value, length, _) = NumberReader.At(_lexemes, start + before.Length, _words);
        if (length == 0)
        {
            return null;
        }

        var end = start + before.Length + length;
        var code = before.Code;
        if (before.Length == 0)
        {
            (code, var after) = Currency(end);
            if (after == 0)
            {
                return null;
            }

            end += after;
        }

        // "5 euros 50", "five pounds fifty": what follows are cents, unless it counts something else.
        var (cents, centsLength, _) = NumberReader.At(_lexemes, end, _words);
        if (before.Length == 0 && code != "cent" && centsLength > 0 && cents is > 0 and < 100 && value == Math.Floor(value) && !NumberReader.IsArticle(_lexemes, end)
            && Currency(end + centsLength) is { Length: 0 } && _words.Units.AtOrNone(_lexemes, end + centsLength).Length == 0)
        {
            (value, end) = (value + (cents / 100), end + centsLength);
        }

        var amount = code == "cent" ? value / 100 : value;
        return Rated(new FactToken(FactKind.Amount, code == "cent" ? "" : code, amount, amount, "", start, end));
    }

    private FactToken? Quantity(int start)
    {
        var (least, length, _) = NumberReader.At(_lexemes, start, _words);
        if (length == 0)
        {
            return null;
        }

        var (most, end) = (least, start + length);
        var unit = Unit(end);

        // "3 à 5 jours", "2-4 days", "between 2 and 4 days"; each end may have its unit.
        var joint = end + unit.Length;
        if (joint < _lexemes.Count && (_lexemes[joint].Text is "a" or "to" or "-" or "–" or "ou" or "or" || IsBetween(start, joint)))
        {
            var (upper, upperLength, _) = NumberReader.At(_lexemes, joint + 1, _words);
            var upperUnit = Unit(joint + 1 + upperLength);
            if (upperLength > 0 && upper >= least && (unit.Length == 0 || upperUnit.Name == unit.Name) && Currency(joint + 1 + upperLength).Length == 0
                && (upperUnit.Length > 0 || unit.Length == 0))
            {
                (most, end, unit) = (upper, joint + 1 + upperLength, upperUnit);
            }
        }

        if (unit.Length == 0)
        {
            return NumberReader.IsArticle(_lexemes, start) && length == 1 ? null : new FactToken(FactKind.Number, "", least, most, "", start, end);
        }

        if (unit.Name == "times" && least == 1)
        {
            return null;
        }

        end += unit.Length;
        return Bases.TryGetValue(unit.Name, out var known)
            ? new FactToken(FactKind.Time, known.Unit, least * known.Factor, most * known.Factor, "", start, end)
            : Rated(new FactToken(FactKind.Number, unit.Name == "times" ? "" : unit.Name, least, most, "", start, end));
    }

    private bool IsBetween(int start, int joint) => start > 0 && _lexemes[start - 1].Text is "entre" or "between" && _lexemes[joint].Text is "et" or "and";

    private (string Code, int Length) Currency(int position)
    {
        if (position >= _lexemes.Count)
        {
            return ("", 0);
        }

        var code = _lexemes[position].Text switch { "€" => "eur", "£" => "gbp", "$" => "usd", _ => null };
        var (length, named) = _words.Currencies.At(_lexemes, position);
        return code is not null ? (code, 1) : (named, length);
    }

    private (string Name, int Length) Unit(int position)
    {
        if (position < _lexemes.Count && _lexemes[position].Is('%'))
        {
            return ("percent", 1);
        }

        var (length, name) = _words.Units.AtOrNone(_lexemes, position);
        return (name, length);
    }

    private FactToken Rated(FactToken fact)
    {
        var position = fact.End;
        var joint = position < _lexemes.Count && _lexemes[position].Is('/') ? 1 : _words.Rates.AtOrNone(_lexemes, position).Length;
        var (length, unit) = joint > 0 ? _words.Units.AtOrNone(_lexemes, position + joint) : default;
        return length > 0 ? fact with { Rate = unit, End = position + joint + length } : fact;
    }
}
