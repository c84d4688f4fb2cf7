using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityCare.Store.Migrations
{
    /// <inheritdoc />
    public partial class TextIndex : Migration
    {
        // The index holds no text of its own: it reads SearchDocuments, and triggers keep it in the same transaction as the write.
        private const string Columns = "Name, OtherNames, Terms, Services, Summary";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql($"""
                CREATE VIRTUAL TABLE SearchIndex USING fts5(
                    {Columns},
                    content = 'SearchDocuments', content_rowid = 'Key',
                    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER SearchDocuments_added AFTER INSERT ON SearchDocuments BEGIN
                    INSERT INTO SearchIndex (rowid, {Columns})
                    VALUES (new.Key, new.Name, new.OtherNames, new.Terms, new.Services, new.Summary);
                END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER SearchDocuments_removed AFTER DELETE ON SearchDocuments BEGIN
                    INSERT INTO SearchIndex (SearchIndex, rowid, {Columns})
                    VALUES ('delete', old.Key, old.Name, old.OtherNames, old.Terms, old.Services, old.Summary);
                END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER SearchDocuments_changed AFTER UPDATE ON SearchDocuments BEGIN
                    INSERT INTO SearchIndex (SearchIndex, rowid, {Columns})
                    VALUES ('delete', old.Key, old.Name, old.OtherNames, old.Terms, old.Services, old.Summary);
                    INSERT INTO SearchIndex (rowid, {Columns})
                    VALUES (new.Key, new.Name, new.OtherNames, new.Terms, new.Services, new.Summary);
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER SearchDocuments_added; DROP TRIGGER SearchDocuments_removed; DROP TRIGGER SearchDocuments_changed;");
            migrationBuilder.Sql("DROP TABLE SearchIndex;");
        }
    }
}
