using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityCare.Store.Migrations
{
    /// <inheritdoc />
    public partial class SearchByConcepts : Migration
    {
        private const string Columns = "Name, OtherNames, Terms, Services, Summary";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is found by is derived from the organizations: it is thrown away and made anew, and not moved.
            migrationBuilder.Sql("DROP TABLE SearchIndex;");
            migrationBuilder.DropTable(name: "SearchDocuments");
            migrationBuilder.CreateTable(
                name: "SearchDocuments",
                columns: table => new
                {
                    OrganizationKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    Services = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Card = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchDocuments", x => x.OrganizationKey);
                    table.ForeignKey(
                        name: "FK_SearchDocuments_Organizations_OrganizationKey",
                        column: x => x.OrganizationKey,
                        principalTable: "Organizations",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Sql($"""
                CREATE VIRTUAL TABLE SearchIndex USING fts5(
                    {Columns},
                    content = 'SearchDocuments', content_rowid = 'OrganizationKey',
                    tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4');
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER SearchDocuments_added AFTER INSERT ON SearchDocuments BEGIN
                    INSERT INTO SearchIndex (rowid, {Columns})
                    VALUES (new.OrganizationKey, new.Name, new.OtherNames, new.Terms, new.Services, new.Summary);
                END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER SearchDocuments_removed AFTER DELETE ON SearchDocuments BEGIN
                    INSERT INTO SearchIndex (SearchIndex, rowid, {Columns})
                    VALUES ('delete', old.OrganizationKey, old.Name, old.OtherNames, old.Terms, old.Services, old.Summary);
                END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER SearchDocuments_changed AFTER UPDATE ON SearchDocuments BEGIN
                    INSERT INTO SearchIndex (SearchIndex, rowid, {Columns})
                    VALUES ('delete', old.OrganizationKey, old.Name, old.OtherNames, old.Terms, old.Services, old.Summary);
                    INSERT INTO SearchIndex (rowid, {Columns})
                    VALUES (new.OrganizationKey, new.Name, new.OtherNames, new.Terms, new.Services, new.Summary);
                END;
                """);

            migrationBuilder.DropIndex(
                name: "IX_Organizations_Publication_Status_SortName",
                table: "Organizations");

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => x.Word);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_FreshOn_SortName",
                table: "Organizations",
                columns: new[] { "FreshOn", "SortName" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Revision",
                table: "Organizations",
                column: "Revision");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SortName",
                table: "Organizations",
                column: "SortName");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("The older index cannot be filled by this version. Restore a backup that was made with the older one.");
    }
}
