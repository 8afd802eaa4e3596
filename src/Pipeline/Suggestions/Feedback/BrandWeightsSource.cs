using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Feedback;

/// <summary>Keeps what was learned for each brand, in the table of settings, and reads it again once an hour: it is learned once a night.</summary>
public sealed class BrandWeightsSource(ITables tables, TimeProvider clock)
{
    /// <summary>The partition of the table of settings.</summary>
    public const string Partition = "suggestion-weights";

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(1);

    private volatile Loaded? _loaded;

    /// <summary>What was learned for a brand.</summary>
    public async ValueTask<BrandWeights> ReadAsync(string brand, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_loaded is not { } loaded || now >= loaded.Until || now < loaded.Until - RefreshInterval)
        {
            var brands = new Dictionary<string, BrandWeights>(StringComparer.OrdinalIgnoreCase);
            await foreach (var row in tables.ReadAllAsync(TableNames.Settings, new TableQuery(Partition), cancellationToken))
            {
                brands[row.Text("Brand")!] = JsonSerializer.Deserialize(row.Text("Json")!, WeightsJson.Default.BrandWeights)!;
            }

            _loaded = loaded = new(brands, now + RefreshInterval);
        }

        return loaded.Brands.GetValueOrDefault(brand, BrandWeights.None);
    }

    /// <summary>Keeps what was learned: the newest stands, and its version tells it from others.</summary>
    public Task WriteAsync(string brand, BrandWeights weights, CancellationToken cancellationToken) => tables.ApplyAsync(
        TableNames.Settings,
        Partition,
        [
            new TableChange.Upsert(new(Partition, ConversationKeys.Safe(brand), new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Brand"] = brand,
                ["LearnedAt"] = clock.GetUtcNow(),
                ["Json"] = JsonSerializer.Serialize(weights, WeightsJson.Default.BrandWeights),
            })),
        ],
        cancellationToken);

    private sealed record Loaded(IReadOnlyDictionary<string, BrandWeights> Brands, DateTimeOffset Until);
}

/// <summary>How weights are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BrandWeights))]
internal sealed partial class WeightsJson : JsonSerializerContext;
