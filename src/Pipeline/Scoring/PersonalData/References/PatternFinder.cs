namespace Pipeline.Scoring.PersonalData.References;

/// <summary>Numbers of the forms that the configuration gives.</summary>
internal sealed class PatternFinder(PersonalDataOptions options) : IFinder
{
    private readonly (NumberPattern Pattern, string Kind)[] _patterns =
    [
        .. options.OrderNumbers.Select(pattern => (new NumberPattern(pattern), PersonalDataKind.OrderNumber)),
        .. options.ContractNumbers.Select(pattern => (new NumberPattern(pattern), PersonalDataKind.ContractNumber)),
    ];

    public void Find(ScanText text, Findings findings)
    {
        foreach (var (pattern, kind) in _patterns)
        {
            foreach (var group in text.Groups)
            {
                var start = group.Start - pattern.FirstDigit;
                var end = pattern.End(text, start);
                if (end > 0)
                {
                    findings.TryAdd(start, end, kind, new string(text.Folded[start..end]).Replace(" ", "", StringComparison.Ordinal));
                }
            }
        }
    }
}
