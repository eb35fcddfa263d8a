using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class FormStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FormId _form = new(Samples.NewId());
    private readonly FormStore _store = new(storage.Account);

    [Fact]
    public async Task Version_OnceAdded_IsReadBackByteForByte()
    {
        // White space and the order of properties are the author's; they come back as they were.
        var document = Document(1, notes: "Fewer questions,  as asked.");
        await _store.AddAsync(document, Samples.Ann, null, Cancellation);
        Assert.Equal(document, (await new FormStore(storage.Account).GetDocumentAsync(_form, 1, Cancellation))!.Value.ToArray());
        var version = await new FormStore(storage.Account).GetAsync(_form, 1, Cancellation);
        Assert.Equal(FormVersion.Read(document).ContentHash, version!.ContentHash);
    }

    [Fact]
    public async Task Version_OfHundredThousandCharacters_IsReadBackByteForByte()
    {
        var document = Document(1, notes: Convert.ToBase64String(Samples.Incompressible(75_000)));
        await _store.AddAsync(document, Samples.Ann, null, Cancellation);
        Assert.Equal(document, (await _store.GetDocumentAsync(_form, 1, Cancellation))!.Value.ToArray());
    }

    [Fact]
    public async Task Version_AddedAgainAsItIs_ChangesNothing()
    {
        await _store.AddAsync(Document(1), Samples.Ann, null, Cancellation);
        var before = await Samples.RowsAsync(storage.Account, StorageNames.Forms, _form.Value);
        await _store.AddAsync(Document(1), Samples.Ann, null, Cancellation);
        await new FormStore(storage.Account).AddAsync(Document(1), Samples.Ann, null, Cancellation);
        var after = await Samples.RowsAsync(storage.Account, StorageNames.Forms, _form.Value);
        Assert.Equal(3, before.Count);
        Assert.Equal(before.Select(row => row.ETag), after.Select(row => row.ETag));
    }

    [Fact]
    public async Task Version_WithANumberThatAnotherHas_IsRefused()
    {
        await _store.AddAsync(Document(1, "One"), Samples.Ann, null, Cancellation);
        var refused = await Assert.ThrowsAsync<FormDefinitionException>(() => new FormStore(storage.Account).AddAsync(Document(1, "Other"), Samples.Ann, null, Cancellation));
        Assert.Contains("a version never changes", refused.Message, StringComparison.Ordinal);
        Assert.Equal("One", (await new FormStore(storage.Account).GetAsync(_form, 1, Cancellation))!.Title);
    }

    [Fact]
    public async Task Versions_OfTheSameNumberAddedAtOnce_LeaveOne()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var refused = await Record.ExceptionAsync(() => new FormStore(storage.Account).AddAsync(Document(1, $"Title {i}"), Samples.Ann, null, Cancellation));
            return (Title: $"Title {i}", Refused: refused);
        }));
        var winner = Assert.Single(outcomes, outcome => outcome.Refused is null);
        Assert.All(outcomes.Where(outcome => outcome != winner), outcome => Assert.IsType<FormDefinitionException>(outcome.Refused));
        Assert.Equal(winner.Title, (await _store.GetAsync(_form, 1, Cancellation))!.Title);
    }

    [Fact]
    public async Task Version_NeverAdded_IsNotThere()
    {
        await _store.AddAsync(Document(2), Samples.Ann, null, Cancellation);
        Assert.Null(await _store.GetAsync(_form, 1, Cancellation));
        Assert.Null(await _store.GetDocumentAsync(_form, 3, Cancellation));
    }

    [Fact]
    public async Task Document_ThatIsNoForm_IsRefusedAndNotStored()
    {
        await Assert.ThrowsAsync<FormDefinitionException>(() => _store.AddAsync("{}"u8.ToArray(), Samples.Ann, null, Cancellation));
        Assert.Empty(await Samples.RowsAsync(storage.Account, StorageNames.Forms, _form.Value));
    }

    private byte[] Document(int version, string title = "Quarterly return", string notes = "First version.") => Encoding.UTF8.GetBytes(
        $$"""
        { "version": {{version}}, "form": "{{_form}}", "title": "{{title}}", "notes": "{{notes}}",
          "sections": [ { "id": "people", "title": "People", "questions": [ { "id": "people-helped", "type": "count", "label": "People helped" } ] } ] }
        """);
}
