using Pipeline.Contracts;

namespace Pipeline.Tests.Sqlite;

public sealed class SqliteTableContractTests : TableContract
{
    protected override ValueTask<TablesFixture> StartAsync() => new(SqliteTablesFixture.Start());
}

public sealed class SqliteTableLimitsTests : TableLimitsContract
{
    protected override ValueTask<TablesFixture> StartAsync() => new(SqliteTablesFixture.Start());
}

public sealed class SqliteTableScanTests : TableScanContract
{
    protected override ValueTask<TablesFixture> StartAsync() => new(SqliteTablesFixture.Start());
}
