using Azure;
using Azure.Data.Tables;
using Pipeline.AzureServices.Tables;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class TableEntityMappingTests
{
    private static readonly TableRow Written = new("p", "r", new Dictionary<string, object>
    {
        ["Text"] = "Ça coupe",
        ["Flag"] = true,
        ["Small"] = 7,
        ["Large"] = 7_000_000_000L,
        ["Real"] = 0.5,
        ["At"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    });

    [Fact]
    public void A_row_comes_back_as_it_was_written_with_its_version()
    {
        var entity = TableEntityMapping.Entity(Written);
        entity.ETag = new ETag("W/\"datetime'2026-03-02T09%3A00%3A00Z'\"");
        entity.Timestamp = DateTimeOffset.UnixEpoch;

        var row = TableEntityMapping.Row(entity);

        Assert.Equal(("p", "r", "W/\"datetime'2026-03-02T09%3A00%3A00Z'\""), (row.PartitionKey, row.RowKey, row.ETag));
        Assert.Equal(Written.Properties.OrderBy(property => property.Key), row.Properties.OrderBy(property => property.Key));
    }

    [Fact]
    public void Times_are_written_in_utc()
    {
        var local = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));
        var entity = TableEntityMapping.Entity(new TableRow("p", "r", new Dictionary<string, object> { ["At"] = local }));
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)entity["At"]).Offset);
    }

    [Fact]
    public void Each_change_becomes_the_action_that_means_the_same()
    {
        TableChange[] changes =
        [
            new TableChange.Insert(Written),
            new TableChange.Replace(Written, "e1"),
            new TableChange.Upsert(Written),
            new TableChange.Delete("r", "e2"),
            new TableChange.Delete("r"),
        ];

        var actions = changes.Select(change => TableEntityMapping.Action("p", change)).ToList();

        Assert.Equal(
            [
                (TableTransactionActionType.Add, default),
                (TableTransactionActionType.UpdateReplace, new ETag("e1")),
                (TableTransactionActionType.UpsertReplace, default),
                (TableTransactionActionType.Delete, new ETag("e2")),
                (TableTransactionActionType.Delete, ETag.All),
            ],
            actions.Select(action => (action.ActionType, action.ETag)));
        Assert.All(actions, action => Assert.Equal(("p", "r"), (action.Entity.PartitionKey, action.Entity.RowKey)));
    }
}
