using Azure;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Parts;
using static MonitoringReturns.Tests.Storage.Tables.TestTables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class ValueTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Values_OfEveryType_ComeBackAsTheyWere()
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Text"] = "£5 “quoted” \"plain\" \\ \r\n\t日本語 🙂 \u0000\u001F\u2028",
            ["Empty"] = "",
            ["LooksLikeADate"] = "2027-01-01T00:00:00Z",
            ["Int32"] = int.MinValue,
            ["Int64"] = long.MinValue,
            ["Small64"] = 5L,
            ["Double"] = 0.1 + 0.2,
            ["WholeDouble"] = 5.0,
            ["LargeDouble"] = double.MaxValue,
            ["TinyDouble"] = double.Epsilon,
            ["NaN"] = double.NaN,
            ["Infinity"] = double.PositiveInfinity,
            ["MinusInfinity"] = double.NegativeInfinity,
            ["True"] = true,
            ["False"] = false,
            ["Date"] = new DateTimeOffset(2027, 4, 1, 12, 34, 56, TimeSpan.Zero).AddTicks(1_234_567),
            ["Earliest"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ["Latest"] = DateTimeOffset.MaxValue,
            ["Guid"] = Guid.NewGuid(),
            ["Binary"] = Enumerable.Range(0, 256).Select(n => (byte)n).ToArray(),
            ["NoBytes"] = Array.Empty<byte>(),
            ["_naïve1"] = "a name beyond ASCII",
        };
        var row = new TableEntity("p", "r");
        foreach (var (name, value) in values)
            row[name] = value;
        await AssertKeptAsync([row]);
    }

    [Fact]
    public async Task Values_InTheirOtherGuises_ComeBackInTheirOwn()
    {
        var table = await CreateAsync(azurite);
        var utc = new DateTime(2027, 4, 1, 12, 0, 0, DateTimeKind.Utc);
        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Data"] = BinaryData.FromString("abc"),
            ["Memory"] = new ReadOnlyMemory<byte>([1, 2, 3]),
            ["DateTime"] = utc,
            ["Local"] = utc.ToLocalTime(),
            ["Offset"] = new DateTimeOffset(2027, 4, 1, 13, 0, 0, TimeSpan.FromHours(1)),
            ["Nothing"] = null,
        });
        var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal("abc"u8.ToArray(), row.GetBinary("Data"));
        Assert.Equal("abc", row.GetBinaryData("Data")!.ToString());
        Assert.Equal([1, 2, 3], row.GetBinary("Memory")!);
        Assert.Equal([utc, utc, utc], new[] { "DateTime", "Local", "Offset" }.Select(name => row.GetDateTime(name)!.Value));
        Assert.False(row.ContainsKey("Nothing"));
        Assert.Throws<InvalidOperationException>(() => row.GetInt64("DateTime"));
        Assert.Throws<InvalidOperationException>(() => row.GetString("Data"));
    }

    [Fact]
    public async Task Values_MadeByChance_ComeBackAsTheyWere()
    {
        var text = ArbMap.Default.GeneratorFor<string>().Where(value => value is not null && IsWellFormed(value));
        var rows = (from a in text
                    from b in text
                    from number in ArbMap.Default.GeneratorFor<int>()
                    from large in ArbMap.Default.GeneratorFor<long>()
                    from real in ArbMap.Default.GeneratorFor<double>()
                    from bytes in ArbMap.Default.GeneratorFor<byte[]>()
                    from id in ArbMap.Default.GeneratorFor<Guid>()
                    from days in Gen.Choose(0, 3_000_000)
                    from ticks in Gen.Choose(0, int.MaxValue)
                    select new TableEntity
                    {
                        ["A"] = a,
                        ["B"] = b,
                        ["Number"] = number,
                        ["Large"] = large * 4_000_000_007L,
                        // The emulator drops the sign of a negative zero.
                        ["Real"] = real == 0 ? 0.0 : real,
                        ["Bytes"] = bytes,
                        ["Id"] = id,
                        ["Date"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days).AddTicks(ticks),
                    }).Sample(300).ToList();
        for (var n = 0; n < rows.Count; n++)
            (rows[n].PartitionKey, rows[n].RowKey) = ("p", $"{n:D4}");
        await AssertKeptAsync(rows);
    }

    [Fact]
    public void Entity_AsADictionary_HoldsKeysAndValues()
    {
        var row = new TableEntity("p", "r") { { "A", 1 }, { "B", "two" } };
        Assert.Equal(["PartitionKey", "RowKey", "A", "B"], row.Keys);
        Assert.Equal(4, row.Count);
        Assert.Throws<ArgumentException>(() => row.Add("A", 2));
        Assert.True(row.Remove("A"));
        Assert.False(row.Remove("A"));
        row["B"] = 3L;
        row["odata.etag"] = "W/\"1\"";
        row["RowKey"] = "s";
        Assert.Equal((3L, new ETag("W/\"1\""), "s"), (row.GetInt64("B"), row.ETag, row.RowKey));
        Assert.Equal(row.ToDictionary(), new TableEntity(row.ToDictionary()).ToDictionary());
    }

    private async Task AssertKeptAsync(IReadOnlyList<TableEntity> rows)
    {
        var table = await CreateAsync(azurite);
        foreach (var hundred in rows.Chunk(100))
            await table.SubmitTransactionAsync(hundred.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        var kept = await AllAsync(table.QueryAsync<TableEntity>());
        Assert.Equal(rows.Count, kept.Count);
        foreach (var (row, back) in rows.Zip(kept))
            foreach (var (name, value) in row)
            {
                Assert.IsType(value!.GetType(), back[name]);
                Assert.Equal(value, back[name]);
            }
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength) == text.Length && !text.Contains('\uFFFD');
}
