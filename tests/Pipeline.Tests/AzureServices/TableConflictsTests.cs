using Pipeline.AzureServices.Tables;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class TableConflictsTests
{
    private static readonly TableChange[] Changes = [new TableChange.Delete("a"), new TableChange.Delete("b")];

    [Theory]
    [InlineData(409, "EntityAlreadyExists", TableConflict.RowExists)]
    [InlineData(412, "UpdateConditionNotSatisfied", TableConflict.RowChanged)]
    [InlineData(412, "ConditionNotMet", TableConflict.RowChanged)]
    [InlineData(404, "ResourceNotFound", TableConflict.RowMissing)]
    public void A_refused_transaction_tells_what_which_change_met(int status, string code, TableConflict conflict)
    {
        var met = TableConflicts.Of(status, code, 1, Changes);
        Assert.NotNull(met);
        Assert.Equal((conflict, 1), (met.Conflict, met.Index));
        Assert.Contains("'b'", met.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "TableNotFound")]
    [InlineData(409, "TableBeingDeleted")]
    [InlineData(503, "ServerBusy")]
    [InlineData(400, null)]
    public void Another_failure_is_no_conflict(int status, string? code)
    {
        Assert.Null(TableConflicts.Of(status, code, 0, Changes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_index_that_was_not_told_or_makes_no_sense_is_the_first(int? index)
    {
        Assert.Equal(0, TableConflicts.Of(412, null, index, Changes)?.Index);
    }
}
