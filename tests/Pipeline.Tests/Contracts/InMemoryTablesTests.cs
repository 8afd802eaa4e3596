using Pipeline.Contracts;

namespace Pipeline.Tests.Contracts;

public sealed class InMemoryTableContractTests : TableContract
{
    protected override ValueTask<TablesFixture> StartAsync() => new(new TablesFixture(new InMemoryTables(), () => ValueTask.CompletedTask));
}

public sealed class InMemoryTableLimitsTests : TableLimitsContract
{
    protected override ValueTask<TablesFixture> StartAsync() => new(new TablesFixture(new InMemoryTables(), () => ValueTask.CompletedTask));
}

public sealed class InMemoryTableScanTests : TableScanContract
{
    protected override ValueTask<TablesFixture> StartAsync() => new(new TablesFixture(new InMemoryTables(), () => ValueTask.CompletedTask));
}
