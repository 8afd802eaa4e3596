using Pipeline.Ports;
using Pipeline.Routing;

namespace Pipeline.Training.Cost;

/// <summary>
/// The advisors that come with the program, many times over: a desk large enough for the replay. With too few of them conversations would wait,
/// and each message of a waiting one looks for a place again.
/// </summary>
internal sealed class LargeDesk(ITables tables) : ISeed
{
    private const int Copies = 25;

    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        foreach (var advisor in RoutingSeed.ReadAdvisors())
        {
            for (var copy = 0; copy < Copies; copy++)
            {
                var row = new Advisor { Profile = advisor with { Id = $"{advisor.Id}-{copy}" } }.ToRow();
                await tables.ApplyAsync(TableNames.Advisors, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);
            }
        }
    }
}
