using Microsoft.Extensions.Options;

namespace Pipeline.Protection.Retention;

/// <summary>Which rule holds for a brand, and since when what it says is over.</summary>
public sealed class RetentionRules(IOptions<ProtectionOptions> options, TimeProvider clock)
{
    private static readonly RetentionRule Endless = new();

    /// <summary>All rules, as set.</summary>
    public IReadOnlyList<RetentionRule> All => [.. options.Value.Retention];

    /// <summary>The rule of a brand: its own, or that for all brands, or one that keeps everything.</summary>
    public RetentionRule Of(string brand)
    {
        var rules = options.Value.Retention;
        return rules.FirstOrDefault(rule => rule.Brand.Length > 0 && string.Equals(rule.Brand, brand, StringComparison.OrdinalIgnoreCase))
            ?? rules.FirstOrDefault(rule => rule.Brand.Length == 0)
            ?? Endless;
    }

    /// <summary>How many days a text of a brand stays in the vault.</summary>
    public int OriginalDays(string brand) => Of(brand) is { Originals: { } days } ? days : options.Value.Vault.Days;

    /// <summary>Whether something of this time is over; never without a number of days.</summary>
    public bool IsOver(DateTimeOffset at, int? days) => days is { } most && at.AddDays(most) <= clock.GetUtcNow();

    /// <summary>Whether a message is older than its brand keeps any: then it is not taken in, whoever tells it.</summary>
    public bool IsTooOld(string brand, DateTimeOffset sentAt) => options.Value.Retention.Count > 0 && IsOver(sentAt, Of(brand).Messages);
}
